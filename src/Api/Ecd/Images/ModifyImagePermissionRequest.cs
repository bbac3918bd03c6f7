using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Images;

internal sealed record ModifyImagePermissionRequest : IRegionalRequest
{
    /// <summary>The most accounts that one call removes; more are passed over.</summary>
    public const int RemovedMax = 10;

    [Required]
    public string? RegionId { get; init; }

    [Required]
    public string? ImageId { get; init; }

    [Length(1, 20)]
    public IReadOnlyList<long>? AddAccount { get; init; }

    public IReadOnlyList<long>? RemoveAccount { get; init; }
}
