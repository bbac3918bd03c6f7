using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Binding;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Snapshots;

[Ignored("Description")]
internal sealed record CreateSnapshotRequest : IRegionalRequest
{
    [Required]
    public string? RegionId { get; init; }

    [Required]
    public string? DesktopId { get; init; }

    [Required, RegularExpression(@"^(?!auto)\p{L}[\p{L}\p{Nd}_\-]{1,126}$", ErrorMessage = "2 to 127 characters: a letter, then letters, digits, '_' or '-'; it does not begin with auto.")]
    public string? SnapshotName { get; init; }

    /// <summary>Which disk is meant; a snapshot here is of all disks together.</summary>
    [Required, RegularExpression("^(?i)(system|data)$", ErrorMessage = "system or data.")]
    public string? SourceDiskType { get; init; }
}
