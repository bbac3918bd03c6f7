using System.Collections.Immutable;
using Wuying.Api.Ecd.Errors;
using Wuying.Api.Ecd.Fota;
using Wuying.Api.Ecd.Paging;
using Wuying.Api.Ecd.Protocol;
using Wuying.Api.Paging;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;

namespace Wuying.Api.Ecd.Desktops;

/// <summary>Lists of computers, and their details.</summary>
internal static class DesktopReadActions
{
    private const int PageSizeDefault = 10;
    private const int InfoMax = 100;

    public static void MapDesktopsToRead(this EcdActionTable actions)
    {
        actions.Read<DescribeDesktopsRequest, DescribeDesktopsAnswer>("DescribeDesktops", DescribeAsync);
        actions.Read<DescribeDesktopInfoRequest, DescribeDesktopInfoAnswer>("DescribeDesktopInfo", DescribeInfoAsync);
    }

    private static async Task<EcdResult<DescribeDesktopsAnswer>> DescribeAsync(DescribeDesktopsRequest request, EcdCall call)
    {
        if (EcdPages.Read(request.NextToken, out var after) is { } error)
        {
            return error;
        }

        if (Read(request, call.Region.Id, out var filter) is { } wrong)
        {
            return wrong;
        }

        var size = (request.IsByNumber ? request.PageSize : request.MaxResults) ?? PageSizeDefault;
        var number = request.PageNumber ?? 1;
        var found = await call.Cluster.Queries.SelectComputersAsync(filter, after, request.IsByNumber ? (number - 1) * size : 0, size);
        return new DescribeDesktopsAnswer(
            [.. found.Page.Items.Select(computer => ToAnswer(computer, request.QueryFotaUpdate ? call.Region : null))],
            request.IsByNumber ? null : Cursor.Encode(found.Page.NextCursor),
            (int)found.Total,
            request.IsByNumber ? number : null,
            request.IsByNumber ? size : null);
    }

    private static EcdError? Read(DescribeDesktopsRequest request, RegionId region, out ComputerFilter filter)
    {
        var words = (request.DesktopStatusList ?? []).Concat(request.DesktopStatus is { } one ? [one] : []).ToArray();
        var isRead = DesktopWords.TryRead(words, out var statuses);
        filter = new ComputerFilter
        {
            RegionId = region,
            Ids = request.DesktopId is { } ids ? [.. ids.Select(id => new CloudComputerId(id))] : null,
            Name = request.DesktopName,
            Statuses = WithFlag(words.Length == 0 ? null : statuses, request.ManagementFlag),
            OfficeNetworkId = request.OfficeSiteId ?? request.DirectoryId,
            ImageIds = request.ImageId is { } images ? [.. images.Select(id => new ImageId(id))] : null,
            AssignedUserIds = request.EndUserId is { } users ? [.. users.Select(id => new UserId(id))] : null,
            ExcludedUserIds = request.ExcludedEndUserId is { } others ? [.. others.Select(id => new UserId(id))] : null,
            Tags = request.Tag is { } tags ? [.. tags.Select(tag => new TagFilter(tag.Key!, tag.Value))] : null,
        };
        if (request.OfficeSiteId is { } site && request.DirectoryId is { } directory && site != directory)
        {
            return GatewayErrors.Invalid("DirectoryId", "it is another name of OfficeSiteId; give one of the two.");
        }

        return isRead ? null : GatewayErrors.Invalid("DesktopStatus", $"one of {DesktopWords.AllStatuses}.");
    }

    // Flags follow from the status; no desktop ever migrates here.
    private static ImmutableArray<CloudComputerStatus>? WithFlag(ImmutableArray<CloudComputerStatus>? statuses, string? flag)
    {
        if (flag is null)
        {
            return statuses;
        }

        var all = statuses ?? [.. Enum.GetValues<CloudComputerStatus>().Where(status => status is not (CloudComputerStatus.Unspecified or CloudComputerStatus.Deleted))];
        return [.. all.Where(status => flag switch
        {
            DesktopWords.Updating => status is CloudComputerStatus.Updating,
            DesktopWords.NoFlag => status is not (CloudComputerStatus.Updating or CloudComputerStatus.Faulted),
            _ => false,
        })];
    }

    private static DesktopAnswer ToAnswer(CloudComputer computer, Region? catalogue) => new(
        computer.Id.Value,
        computer.Name,
        DesktopWords.StatusOf(computer),
        DesktopWords.ConnectionOf(computer),
        DesktopWords.FlagsOf(computer).FirstOrDefault(DesktopWords.NoFlag),
        DesktopWords.FlagsOf(computer),
        computer.ImageId.Value,
        computer.OfficeNetworkId,
        computer.OfficeNetworkId,
        [.. computer.AssignedUserIds.Select(user => user.Value)],
        SessionsOf(computer),
        [.. computer.Tags.Select(tag => new DesktopTagAnswer(tag.Key, tag.Value))],
        catalogue is null ? null : FotaUpdates.AnswerFor(computer, catalogue));

    /// <summary>Who is connected.</summary>
    public static IReadOnlyList<DesktopSessionAnswer> SessionsOf(CloudComputer computer) =>
        computer.Session is { } session ? [new(session.UserId.Value, EcdInstants.ToMinute(session.Since))] : [];

    private static async Task<EcdResult<DescribeDesktopInfoAnswer>> DescribeInfoAsync(DescribeDesktopInfoRequest request, EcdCall call)
    {
        var filter = new ComputerFilter
        {
            RegionId = call.Region.Id,
            Ids = request.DesktopId is { } ids ? [.. ids.Select(id => new CloudComputerId(id))] : null,
        };
        var found = await call.Cluster.Queries.ListComputersAsync(filter, after: null, InfoMax);
        return new DescribeDesktopInfoAnswer([.. found.Items.Select(computer => ToInfo(computer, call.Region))]);
    }

    private static DesktopInfoAnswer ToInfo(CloudComputer computer, Region region)
    {
        var entry = FotaUpdates.NewestFor(computer, region);
        return new(
            computer.Id.Value,
            DesktopWords.DetailedStatusOf(computer),
            DesktopWords.ConnectionOf(computer),
            DesktopWords.FlagsOf(computer),
            computer.CurrentVersion.Number,
            entry?.Version.Number,
            entry?.PackageSizeBytes,
            entry is null ? null : ReleaseNotes.In(entry, ReleaseNotes.Chinese));
    }
}
