using System.ComponentModel.DataAnnotations;
using Wuying.Api.Hosting;

namespace Wuying.Api.Snapshots;

/// <summary>Asks for a snapshot.</summary>
public sealed record CreateSnapshotRequest
{
    /// <summary>What people call it.</summary>
    [Required, StringLength(RouteIds.NameLengthMax, MinimumLength = 1)]
    public required string Name { get; init; }
}
