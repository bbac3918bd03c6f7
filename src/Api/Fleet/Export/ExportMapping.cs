using Wuying.Api.CloudComputers;
using Wuying.Api.Images;
using Wuying.Api.Json;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Snapshots;
using Wuying.Domain.Updates;

namespace Wuying.Api.Fleet.Export;

/// <summary>From the domain to the lines of an export (decision 0007).</summary>
internal static class ExportMapping
{
    public static RegionLine ToLine(this Region region) => new()
    {
        Kind = LineKinds.Region,
        RegionId = region.Id.Value,
        AutomaticPush = region.AutomaticPush,
        DailyUpdateQuota = region.DailyUpdateQuota,
        LatestPush = region.LatestPush is not { } order ? null : new()
        {
            Number = order.Number,
            Version = order.Version.Number,
            IsStart = order.IsStart,
            Scope = Words<PushScope>.Of(order.Scope),
            RequestedBy = order.RequestedBy,
        },
    };

    public static VersionLine ToLine(this PublishedVersion entry, RegionId region) => new()
    {
        Kind = LineKinds.Version,
        RegionId = region.Value,
        Version = entry.Version.Number,
        PublishedAt = InstantConverter.Format(entry.PublishedAt),
        PackageSizeBytes = entry.PackageSizeBytes,
        PushState = Words<PushState>.Of(entry.PushState),
        PushedBy = entry.PushedBy,
        PushScope = entry.PushScope is PushScope.Unspecified ? null : Words<PushScope>.Of(entry.PushScope),
        StoppedBy = entry.StoppedBy,
        ReleaseNotes = entry.ReleaseNotes!,
    };

    public static ImageLine ToLine(this CustomImage image) => new()
    {
        Kind = LineKinds.Image,
        ImageId = ImageKeys.PublicIdOf(image).Value,
        Name = image.Name,
        RegionId = image.RegionId.Value,
        Type = Words<ImageType>.Of(image.Type),
        Status = Words<ImageStatus>.Of(image.Status),
        CurrentVersion = image.CurrentVersion.Number,
        LastError = image.LastError,
        SharedWith = [.. image.SharedWith],
        UsesOutdatedImage = image.UsesOutdatedImage,
        Description = image.Description,
        NextNumber = image.NextNumber == 1 ? null : image.NextNumber,
    };

    public static ComputerLine ToLine(this CloudComputer computer) => new(computer.ToResponse())
    {
        Snapshots = [.. computer.Snapshots.Select(ToLine)],
        Internals = InternalsOf(computer),
    };

    private static SnapshotLine ToLine(Snapshot snapshot) => new()
    {
        SnapshotId = snapshot.Id.Value,
        Name = snapshot.Name,
        IsAutomatic = snapshot.IsAutomatic,
        Version = snapshot.Version.Number,
        StatusThen = Words<CloudComputerStatus>.Of(snapshot.StatusThen),
        CreatedAt = InstantConverter.Format(snapshot.CreatedAt),
    };

    private static InternalsLine? InternalsOf(CloudComputer computer)
    {
        var isPlain = computer is { NextNumber: 1, PushNumber: 0, Session: null, FaultReason: null, PendingUpdate: null, Operation: null, LastUpdate: null, WithheldPushes: [] };
        return isPlain ? null : new()
        {
            NextNumber = computer.NextNumber,
            PushNumber = computer.PushNumber,
            WithheldPushes = computer.WithheldPushes is [] ? null :
                [.. computer.WithheldPushes.Select(push => new WithheldPushLine { Version = push.Version.Number, PushNumber = push.PushNumber })],
            ConnectedSince = Format(computer.Session?.Since),
            FaultReason = computer.FaultReason,
            SnapshotRetryAt = Format(computer.PendingUpdate?.SnapshotRetryAt),
            Operation = computer.Operation is { } operation ? ToLine(operation) : null,
            LastUpdate = computer.LastUpdate is { } last ? ToLine(last) : null,
        };
    }

    private static OperationInternals ToLine(MachineOperation operation) => new()
    {
        OperationId = operation.Id,
        UpdateId = operation.UpdateId?.Value,
        SnapshotId = operation.SnapshotId?.Value,
        SnapshotName = operation.SnapshotName,
        RestoreAfterwards = operation.RestoreAfterwards?.Value,
    };

    private static LastUpdateInternals ToLine(LastUpdate last) => new()
    {
        Method = Words<UpdateMethod>.Of(last.Method),
        Date = last.Date,
        RequestedBy = last.RequestedBy,
        RequestedAt = InstantConverter.Format(last.RequestedAt),
        AcceptedAt = Format(last.AcceptedAt),
    };

    private static string? Format(DateTimeOffset? instant) => instant is { } told ? InstantConverter.Format(told) : null;
}
