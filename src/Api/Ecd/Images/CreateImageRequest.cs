using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Binding;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Images;

[Ignored("AutoCleanUserdata", "DiskType", "ImageResourceType")]
[Refused("DataSnapshotIds")]
internal sealed record CreateImageRequest : IRegionalRequest
{
    [Required]
    public string? RegionId { get; init; }

    [RegularExpression(ImageNames.NamePattern, ErrorMessage = ImageNames.NameExpected)]
    public string? ImageName { get; init; }

    [RegularExpression(ImageNames.DescriptionPattern, ErrorMessage = ImageNames.DescriptionExpected)]
    public string? Description { get; init; }

    public string? DesktopId { get; init; }

    public string? SnapshotId { get; init; }

    [Length(1, 1)]
    public IReadOnlyList<string>? SnapshotIds { get; init; }
}
