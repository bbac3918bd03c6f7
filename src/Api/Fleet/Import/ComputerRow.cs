using Wuying.Api.Fleet.Export;

namespace Wuying.Api.Fleet.Import;

/// <summary>What matters of one computer in this API's own shape, as export writes it.</summary>
internal sealed class ComputerRow
{
    /// <summary>What the line is about, when it is about something else.</summary>
    public string? Kind { get; init; }

    public string? ComputerId { get; init; }

    public string? Name { get; init; }

    public string? RegionId { get; init; }

    public string? OfficeNetworkId { get; init; }

    public string? ImageId { get; init; }

    public string? ImageType { get; init; }

    public string? CurrentVersion { get; init; }

    public string? Status { get; init; }

    public string? ConnectedUserId { get; init; }

    public string?[]? AssignedUserIds { get; init; }

    public bool UsesOutdatedImage { get; init; }

    public IReadOnlyDictionary<string, string?>? Tags { get; init; }

    public PendingUpdateRow? PendingUpdate { get; init; }

    public OperationRow? Operation { get; init; }

    public LastUpdateRow? LastUpdate { get; init; }

    public SnapshotLine?[]? Snapshots { get; init; }

    public InternalsLine? Internals { get; init; }

    /// <summary>True when nothing is told but the computer as it stands.</summary>
    public bool IsPlain => PendingUpdate is null && LastUpdate is null && Internals is null && Snapshots is null or [];
}
