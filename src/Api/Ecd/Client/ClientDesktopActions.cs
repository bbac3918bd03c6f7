using Wuying.Api.Ecd.Desktops;
using Wuying.Api.Ecd.Errors;
using Wuying.Api.Ecd.Protocol;
using Wuying.Api.Ecd.Snapshots;
using Wuying.Api.Paging;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Updates;

namespace Wuying.Api.Ecd.Client;

/// <summary>What end users do with their own computers.</summary>
internal static class ClientDesktopActions
{
    private const int ComputersMax = 1_000;

    public static void MapClientDesktops(this EcdActionTable actions)
    {
        actions.Client<ClientPowerRequest, EmptyAnswer>("StartDesktops", (request, call) => DesktopWriteActions.PowerAsync(request.DesktopId!, PowerCommand.Start, call));
        actions.Client<ClientStopRequest, EmptyAnswer>("StopDesktops", (request, call) => DesktopWriteActions.PowerAsync(request.DesktopId!, PowerCommand.Stop, call));
        actions.Client<ClientStopRequest, EmptyAnswer>("RebootDesktops", (request, call) => DesktopWriteActions.PowerAsync(request.DesktopId!, PowerCommand.Restart, call));
        actions.Client<AcceptUpdateRequest, EmptyAnswer>("ApproveFotaUpdate", AcceptAsync);
        actions.Client<ClientSnapshotsRequest, ClientSnapshotsAnswer>("DescribeSnapshots", DescribeSnapshotsAsync);
        actions.Client<ClientResetSnapshotRequest, EmptyAnswer>("ResetSnapshot", ResetSnapshotAsync);
    }

    private static async Task<EcdResult<EmptyAnswer>> AcceptAsync(AcceptUpdateRequest request, EcdCall call)
    {
        if (await FindOfferedAsync(request, call) is not { } computer)
        {
            return EcdRejections.DesktopNotFound(request.DesktopId);
        }

        // Nothing else than what is shown can be accepted, and nobody accepts what they have not seen.
        if (computer.PendingUpdate is { Method: UpdateMethod.Offered } offer && offer.Version.Number != request.AppVersion)
        {
            return EcdRejections.VersionNotFound(request.AppVersion);
        }

        var grain = call.Cluster.Computer(computer.Id);
        var answer = await grain.AcceptUpdateAsync(new OfferAcceptance(call.User, TimeSpan.Zero, request.TargetStatus?.ToLowerInvariant() switch
        {
            "running" => StateAfterwards.Running,
            "stopped" => StateAfterwards.Stopped,
            _ => StateAfterwards.AsBefore,
        }));
        return answer.Rejection is { } refused ? refused.ToError(await grain.GetAsync()) : EmptyAnswer.Done;
    }

    private static async Task<CloudComputer?> FindOfferedAsync(AcceptUpdateRequest request, EcdCall call)
    {
        if (request.DesktopId is not null)
        {
            return await call.FindComputerAsync(request.DesktopId);
        }

        var filter = new ComputerFilter { RegionId = call.Region.Id, AssignedUserId = call.User };
        var offered = (await call.Cluster.Queries.ListComputersAsync(filter, after: null, ComputersMax)).Items
            .Where(computer => computer.PendingUpdate is { Method: UpdateMethod.Offered } update && update.Version.Number == request.AppVersion)
            .ToArray();
        return offered is [var one] ? one : null;
    }

    private static async Task<EcdResult<ClientSnapshotsAnswer>> DescribeSnapshotsAsync(ClientSnapshotsRequest request, EcdCall call)
    {
        var found = await SnapshotActions.SearchAsync(request, call, call.User);
        if (found.IsError)
        {
            return found.Error;
        }

        var now = await call.Cluster.GetNowAsync();
        return new ClientSnapshotsAnswer(
            [.. found.Answer.Items.Select(row => ToAnswer(row.Computer, row.Snapshot, now))], Cursor.Encode(found.Answer.NextCursor));
    }

    private static ClientSnapshotAnswer ToAnswer(CloudComputer computer, SnapshotView snapshot, DateTimeOffset now) => new(
        snapshot.Id,
        snapshot.Name,
        SnapshotWords.TypeOf(snapshot),
        SnapshotWords.StatusOf(snapshot),
        SnapshotWords.ProgressOf(snapshot),
        SnapshotWords.RemainTimeOf(snapshot, now),
        EcdInstants.ToSecond(snapshot.At),
        computer.Id.Value);

    private static async Task<EcdResult<EmptyAnswer>> ResetSnapshotAsync(ClientResetSnapshotRequest request, EcdCall call) =>
        request.DesktopId is { } desktop && SnapshotSearch.OwnerOf(request.SnapshotId) != desktop
            ? EcdRejections.SnapshotNotFound(request.SnapshotId)
            : await SnapshotActions.ResetAsync(request.SnapshotId, request.StopDesktop, call);
}
