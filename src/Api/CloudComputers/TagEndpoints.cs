using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using Wuying.Api.Hosting;
using Wuying.Api.Problems;
using Wuying.Api.Requests;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Tags;

namespace Wuying.Api.CloudComputers;

/// <summary>What callers note on a computer to find it by.</summary>
internal static class TagEndpoints
{
    private static readonly IReadOnlyDictionary<string, string> None = ImmutableDictionary<string, string>.Empty;

    public static void MapTags(this IEndpointRouteBuilder api) =>
        api.MapPatch("/computers/{computerId}/tags", ChangeAsync).WithTags("Cloud computers").WithName("ChangeTags")
            .WithSummary("Sets and removes tags of a cloud computer")
            .WithDescription("At most 20 a computer; a key has 1 to 128 characters, a value up to 128. What is removed goes first.");

    private static async Task<Results<Ok<ComputerResponse>, ProblemHttpResult>> ChangeAsync(
        string computerId, ChangeTagsRequest request, Cluster cluster, HttpContext context)
    {
        var errors = new InputErrors();
        foreach (var (key, value) in request.Set ?? None)
        {
            if ((value is null ? "A tag has a value, which may be empty." : TagRules.WhyNot(new Tag(key, value))) is { } mistake)
            {
                errors.Add("set", mistake);
            }
        }

        if (request.Remove?.Any(key => key is null) is true)
        {
            errors.Add("remove", "A key is a text.");
        }

        if (!errors.IsEmpty)
        {
            return errors.ToProblem();
        }

        var change = new TagChange([.. (request.Set ?? None).Select(tag => new Tag(tag.Key, tag.Value))], [.. request.Remove ?? []]);
        var answer = await cluster.Computer(new CloudComputerId(computerId)).ChangeTagsAsync(change, context.RequestedBy());
        return answer.Rejection is { } refused ? refused.ToProblem() : await ComputerEndpoints.FindAsync(computerId, cluster);
    }
}
