using Microsoft.AspNetCore.Routing.Matching;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd;

/// <summary>Tells calls of the product's protocol from browsers that open the console: both come to <c>/</c>, and calls name an action.</summary>
internal sealed class EcdCallPolicy : MatcherPolicy, IEndpointSelectorPolicy
{
    /// <summary>Marks an endpoint that takes calls.</summary>
    public static readonly object Call = new EcdCall();

    public override int Order => 0;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(TakesCalls);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        var isCall = IsCall(httpContext.Request);
        for (var index = 0; index < candidates.Count; index++)
        {
            candidates.SetValidity(index, candidates.IsValidCandidate(index) && TakesCalls(candidates[index].Endpoint) == isCall);
        }

        return Task.CompletedTask;
    }

    private static bool TakesCalls(Endpoint endpoint) => endpoint.Metadata.GetMetadata<EcdCall>() is not null;

    private static bool IsCall(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) || request.Query.ContainsKey(PublicParameters.Action) || request.Headers.ContainsKey(EcdHeaders.Action);

    private sealed record EcdCall;
}
