using System.ComponentModel.DataAnnotations;
using Wuying.Api.Hosting;

namespace Wuying.Api.Snapshots;

/// <summary>Asks for a snapshot. Nothing has to be said.</summary>
public sealed record CreateSnapshotRequest
{
    /// <summary>What a snapshot is called that nobody named.</summary>
    internal const string DefaultName = "Manual snapshot";

    /// <summary>What people call it; "Manual snapshot" when nothing is said.</summary>
    [StringLength(RouteIds.NameLengthMax, MinimumLength = 1)]
    public string? Name { get; init; }
}
