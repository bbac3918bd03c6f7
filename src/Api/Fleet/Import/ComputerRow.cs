using System.Text.Json;

namespace Wuying.Api.Fleet.Import;

/// <summary>What matters of one computer in this API's own shape, as export writes it.</summary>
internal sealed class ComputerRow
{
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

    public JsonElement? PendingUpdate { get; init; }
}
