using Wuying.Api.Ecd.Desktops;
using Wuying.Api.Ecd.Errors;
using Wuying.Api.Ecd.Paging;
using Wuying.Api.Ecd.Protocol;
using Wuying.Api.Paging;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Tags;

namespace Wuying.Api.Ecd.Tags;

/// <summary>What callers note on desktops to find them by.</summary>
internal static class TagActions
{
    public static void MapTags(this EcdActionTable actions)
    {
        actions.Operate<TagResourcesRequest, EmptyAnswer>("TagResources", TagAsync);
        actions.Operate<UntagResourcesRequest, EmptyAnswer>("UntagResources", UntagAsync);
        actions.Read<ListTagResourcesRequest, ListTagResourcesAnswer>("ListTagResources", ListAsync);
    }

    private static async Task<EcdResult<EmptyAnswer>> TagAsync(TagResourcesRequest request, EcdCall call)
    {
        if (TagParameters.FirstMistake(request.Tag) is { } mistake)
        {
            return mistake;
        }

        var change = new TagChange(TagParameters.Read(request.Tag), []);
        return await EachDesktop.AskAsync(request.ResourceId!, call, grain => grain.ChangeTagsAsync(change, call.RequestedBy));
    }

    private static async Task<EcdResult<EmptyAnswer>> UntagAsync(UntagResourcesRequest request, EcdCall call)
    {
        if (request.TagKey is null && !request.All)
        {
            return GatewayErrors.Missing("TagKey");
        }

        var change = new TagChange([], [.. request.TagKey ?? []], RemovesAll: request.TagKey is null);
        return await EachDesktop.AskAsync(request.ResourceId!, call, grain => grain.ChangeTagsAsync(change, call.RequestedBy));
    }

    // A page may end in the middle of a computer's tags, so a row is named by both.
    private static async Task<EcdResult<ListTagResourcesAnswer>> ListAsync(ListTagResourcesRequest request, EcdCall call)
    {
        if (EcdPages.Read(request.NextToken, out var after) is { } error)
        {
            return error;
        }

        var filter = new ComputerFilter
        {
            RegionId = call.Region.Id,
            IsTagged = true,
            Ids = request.ResourceId is { } ids ? [.. ids.Select(id => new CloudComputerId(id))] : null,
            Tags = request.Tag is { } tags ? [.. tags.Select(tag => new TagFilter(tag.Key!, tag.Value))] : null,
        };
        var rows = await MembersOfComputers.ReadAsync(
            call.Cluster, filter, after, request.MaxResults,
            computer => computer.Tags,
            tag => tag.Key);
        return new ListTagResourcesAnswer(
            [.. rows.Items.Select(row => new TagResourceAnswer(row.Computer.Id.Value, ResourceTypes.Desktop, row.Member.Key, row.Member.Value))],
            Cursor.Encode(rows.NextCursor));
    }
}
