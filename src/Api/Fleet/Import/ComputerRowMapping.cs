using System.Text.Json;
using Wuying.Api.Fleet.Export;
using Wuying.Api.Json;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Tags;
using Wuying.Domain.Updates;

namespace Wuying.Api.Fleet.Import;

/// <summary>From the API's own shape, as export writes it, to a computer (decision 0007).</summary>
internal static class ComputerRowMapping
{
    /// <summary>Maps a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="region">Where the computer is.</param>
    /// <param name="catalogue">The same region as it is known; a plain row does not need it.</param>
    /// <param name="now">The instant.</param>
    public static MappedRow Map(ComputerRow row, RegionId region, Region? catalogue, DateTimeOffset now)
    {
        if ((FirstMistake(row) ?? FirstMistakeOfMore(row)) is { } mistake)
        {
            return MappedRow.Refuse(mistake);
        }

        var plain = ToComputer(row, region);
        var computer = row.ConnectedUserId is null
            ? plain
            : plain.WithSession(new UserId(row.ConnectedUserId), RowValues.InstantOrNull(row.Internals?.ConnectedSince) ?? now);
        return row.IsPlain
            ? new(computer.WithFingerprint(sessionSince: null), null)
            : AddMore(row, computer, catalogue, now);
    }

    private static string? FirstMistake(ComputerRow row)
    {
        var isStatus = Words<CloudComputerStatus>.TryRead(row.Status ?? string.Empty, out var status);
        var isRunning = row.PendingUpdate?.State == Words<PendingUpdateState>.Of(PendingUpdateState.Running);
        return RowChecks.FirstMistake(
            RowChecks.Id("computerId", row.ComputerId),
            RowChecks.Name("name", row.Name),
            RowChecks.Name("officeNetworkId", row.OfficeNetworkId),
            RowChecks.Id("imageId", row.ImageId),
            RowChecks.Word<ImageType>("imageType", row.ImageType),
            RowChecks.Version("currentVersion", row.CurrentVersion),
            (isStatus, $"status is one of {Words<CloudComputerStatus>.All}."),
            (status is not CloudComputerStatus.Deleted, "A computer that is deleted cannot be imported."),
            (!isStatus || isRunning == status is CloudComputerStatus.Updating, "A computer is updating while its pendingUpdate is running, and only then."),
            RowChecks.Users("assignedUserIds", row.AssignedUserIds),
            RowChecks.Tags("tags", row.Tags?.Select(tag => ((string?)tag.Key, tag.Value))),
            (row.ConnectedUserId is null || RowChecks.Id(string.Empty, row.ConnectedUserId).IsGood, "connectedUserId is not spelled like an id."),
            (row.ConnectedUserId is null || status is CloudComputerStatus.Running, "Only a running computer has a connected user."));
    }

    private static string? FirstMistakeOfMore(ComputerRow row)
    {
        if (row.IsPlain)
        {
            return null;
        }

        var id = new CloudComputerId(row.ComputerId!);
        return (row.PendingUpdate is { } pending ? PendingUpdateRowMapping.FirstMistake(pending, id) : null)
            ?? (row.LastUpdate is { } last ? PastRowMapping.FirstMistake(last, row.Internals?.LastUpdate, id) : null)
            ?? (row.Snapshots is { } snapshots ? PastRowMapping.FirstMistake(snapshots, id) : null)
            ?? (row is { Operation: { } operation, Internals.Operation: { } more } ? OperationRowMapping.FirstMistake(operation, more, id) : null)
            ?? (row.Internals is not { } internals ? null : RowChecks.FirstMistake(
                RowChecks.Number("internals.nextNumber", internals.NextNumber),
                RowChecks.Number("internals.pushNumber", internals.PushNumber),
                (internals.WithheldPushes?.All(push => ImageVersion.TryParse(push.Version, out _)) ?? true, "internals.withheldPushes have a version each."),
                RowChecks.InstantOrNull("internals.connectedSince", internals.ConnectedSince),
                RowChecks.InstantOrNull("internals.snapshotRetryAt", internals.SnapshotRetryAt)));
    }

    private static CloudComputer ToComputer(ComputerRow row, RegionId region) => new()
    {
        Id = new CloudComputerId(row.ComputerId!),
        Name = row.Name!,
        RegionId = region,
        OfficeNetworkId = row.OfficeNetworkId!,
        ImageId = new ImageId(row.ImageId!),
        ImageType = RowValues.Word<ImageType>(row.ImageType),
        CurrentVersion = new ImageVersion(row.CurrentVersion!),
        Status = RowValues.Word<CloudComputerStatus>(row.Status),
        AssignedUserIds = [.. (row.AssignedUserIds ?? []).Distinct().Select(user => new UserId(user!))],
        UsesOutdatedImage = row.UsesOutdatedImage,
        Tags = row.Tags is { } tags ? TagRules.Merge(tags.Select(tag => new Tag(tag.Key, tag.Value!))) : [],
    };

    private static MappedRow AddMore(ComputerRow row, CloudComputer computer, Region? catalogue, DateTimeOffset now)
    {
        var internals = row.Internals ?? new InternalsLine();
        var snapshots = PastRowMapping.ToSnapshots(row.Snapshots ?? []);
        var startedAt = row.Operation is { } running && internals.Operation is not null ? RowValues.InstantOrNull(running.StartedAt) : null;
        var pending = row.PendingUpdate is { } update
            ? PendingUpdateRowMapping.ToUpdate(update, computer, catalogue, snapshots, RowValues.InstantOrNull(internals.SnapshotRetryAt), startedAt)
            : null;
        var leftOut = pending is null or { IsRunning: true } ? null : PendingUpdateRowMapping.WhyNotKept(pending, computer.RegionId, now);
        return new(
            (computer with
            {
                PendingUpdate = leftOut is null ? pending : null,
                LastUpdate = row.LastUpdate is { } last ? PastRowMapping.ToLastUpdate(last, internals.LastUpdate, computer.RegionId) : null,
                Snapshots = snapshots,
                Operation = row.Operation is { } operation && internals.Operation is { } more ? OperationRowMapping.ToOperation(operation, more) : null,
                NextNumber = Math.Max(internals.NextNumber, CloudComputerIds.NextNumberAfter(computer with { PendingUpdate = pending })),
                FaultReason = internals.FaultReason,

                // Orders that were never given here do not count: the next one would come too late.
                PushNumber = Math.Min(internals.PushNumber, catalogue?.LatestPush?.Number ?? 0),
                WithheldPushes = internals.WithheldPushes is not { } withheld ? [] :
                    [.. withheld.Select(push => new WithheldPush(new ImageVersion(push.Version!), Math.Min(push.PushNumber, catalogue?.LatestPush?.Number ?? 0)))],
            }).WithFingerprint(sessionSince: null, MoreOf(row)),
            null)
        {
            LeftOut = leftOut,
        };
    }

    private static string MoreOf(ComputerRow row) => JsonSerializer.Serialize(
        new ComputerRow { PendingUpdate = row.PendingUpdate, Operation = row.Operation, LastUpdate = row.LastUpdate, Snapshots = row.Snapshots, Internals = row.Internals },
        ImportLineJsonContext.Default.ComputerRow);
}
