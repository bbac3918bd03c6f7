using Wuying.Api.Ecd.Desktops;
using Wuying.Api.Ecd.Errors;
using Wuying.Api.Ecd.Paging;
using Wuying.Api.Ecd.Protocol;
using Wuying.Api.Paging;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Snapshots;

namespace Wuying.Api.Ecd.Snapshots;

/// <summary>Making, listing and deleting snapshots, and going back to them.</summary>
internal static class SnapshotActions
{
    public static void MapSnapshots(this EcdActionTable actions)
    {
        actions.Operate<CreateSnapshotRequest, CreateSnapshotAnswer>("CreateSnapshot", CreateAsync);
        actions.Read<DescribeSnapshotsRequest, DescribeSnapshotsAnswer>("DescribeSnapshots", DescribeAsync);
        actions.Operate<DeleteSnapshotRequest, EmptyAnswer>("DeleteSnapshot", DeleteAsync);
        actions.Operate<ResetSnapshotRequest, EmptyAnswer>("ResetSnapshot", (request, call) => ResetAsync(request.SnapshotId, request.StopDesktop, call));
    }

    /// <summary>Goes back to a snapshot that the caller may know of.</summary>
    public static async Task<EcdResult<EmptyAnswer>> ResetAsync(string? snapshotId, bool stopFirst, EcdCall call)
    {
        if (await SnapshotSearch.FindAsync(snapshotId, call) is not { } found)
        {
            return EcdRejections.SnapshotNotFound(snapshotId);
        }

        var grain = call.Cluster.Computer(found.Owner.Id);
        var answer = await grain.RestoreAsync(found.Snapshot.Id, stopFirst, call.RequestedBy);
        return answer.Rejection is { } refused ? refused.ToError(await grain.GetAsync()) : EmptyAnswer.Done;
    }

    /// <summary>A page of snapshots of the region's computers, or of one user's; of those that match.</summary>
    public static async Task<EcdResult<Page<(CloudComputer Computer, SnapshotView Snapshot)>>> SearchAsync(
        ISnapshotFilter request, EcdCall call, UserId? user = null, string? computerName = null, Func<SnapshotView, bool>? matches = null)
    {
        if (EcdPages.Read(request.NextToken, out var after) is { } error)
        {
            return error;
        }

        // Who asks for one snapshot need not look through all computers.
        string?[] owners = [request.DesktopId, request.SnapshotId is null ? null : SnapshotSearch.OwnerOf(request.SnapshotId) ?? string.Empty];
        var named = owners.OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        if (named.Length > 1)
        {
            return new Page<(CloudComputer, SnapshotView)>([], null);
        }

        var filter = new ComputerFilter
        {
            RegionId = call.Region.Id,
            HasSnapshots = true,
            Ids = named is [var one] ? [new CloudComputerId(one)] : null,
            Name = computerName,
            AssignedUserId = user,
        };
        return await MembersOfComputers.ReadAsync(
            call.Cluster, filter, after, request.MaxResults,
            computer => SnapshotView.Of(computer).Where(snapshot => (request.SnapshotId is null || snapshot.Id == request.SnapshotId) && (matches?.Invoke(snapshot) ?? true)),
            snapshot => snapshot.Id);
    }

    private static async Task<EcdResult<CreateSnapshotAnswer>> CreateAsync(CreateSnapshotRequest request, EcdCall call)
    {
        if (await call.FindComputerAsync(request.DesktopId) is not { } computer)
        {
            return EcdRejections.DesktopNotFound(request.DesktopId);
        }

        var grain = call.Cluster.Computer(computer.Id);
        var answer = await grain.CreateSnapshotAsync(request.SnapshotName!, call.RequestedBy);
        var after = await grain.GetAsync();
        return answer.Rejection is { } refused
            ? refused.ToError(after)
            : new CreateSnapshotAnswer(after is null ? null : SnapshotView.Of(after).LastOrDefault(snapshot => snapshot.Name == request.SnapshotName)?.Id);
    }

    private static async Task<EcdResult<DescribeSnapshotsAnswer>> DescribeAsync(DescribeSnapshotsRequest request, EcdCall call)
    {
        var found = await SearchAsync(request, call, computerName: request.DesktopName, matches: snapshot => Matches(snapshot, request));
        if (found.IsError)
        {
            return found.Error;
        }

        var now = await call.Cluster.GetNowAsync();
        return new DescribeSnapshotsAnswer(
            [.. found.Answer.Items.Select(row => ToAnswer(row.Computer, row.Snapshot, now))], Cursor.Encode(found.Answer.NextCursor));
    }

    private static bool Matches(SnapshotView snapshot, DescribeSnapshotsRequest request) =>
        (request.SnapshotName is null || snapshot.Name == request.SnapshotName)
        && (request.StartTime is not { } start || snapshot.At >= start)
        && (request.EndTime is not { } end || snapshot.At <= end)
        && request.SnapshotType?.ToLowerInvariant() switch
        {
            "auto" => snapshot.IsAutomatic,
            "user" => !snapshot.IsAutomatic,
            _ => true,
        };

    private static SnapshotAnswer ToAnswer(CloudComputer computer, SnapshotView snapshot, DateTimeOffset now) => new(
        snapshot.Id,
        snapshot.Name,
        SnapshotWords.TypeOf(snapshot),
        SnapshotWords.StatusOf(snapshot),
        SnapshotWords.ProgressOf(snapshot),
        SnapshotWords.RemainTimeOf(snapshot, now),
        EcdInstants.ToSecond(snapshot.At),
        computer.Id.Value,
        computer.Name,
        DesktopWords.StatusOf(computer));

    // Ids that name nothing are passed over, as the product does; one that is needed is refused.
    private static async Task<EcdResult<EmptyAnswer>> DeleteAsync(DeleteSnapshotRequest request, EcdCall call)
    {
        foreach (var id in request.SnapshotId!.Distinct(StringComparer.Ordinal))
        {
            if (await SnapshotSearch.FindAsync(id, call) is { } found)
            {
                var grain = call.Cluster.Computer(found.Owner.Id);
                var answer = await grain.DeleteSnapshotAsync(new SnapshotId(id), call.RequestedBy);
                if (answer.Rejection is { Code: not RejectionCode.SnapshotNotFound } refused)
                {
                    return refused.ToError(await grain.GetAsync());
                }
            }
        }

        return EmptyAnswer.Done;
    }
}
