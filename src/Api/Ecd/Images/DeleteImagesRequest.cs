using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Binding;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Images;

[Ignored("DeleteCascadedBundle")]
internal sealed record DeleteImagesRequest : IRegionalRequest
{
    [Required]
    public string? RegionId { get; init; }

    [Required, Length(1, 100)]
    public IReadOnlyList<string>? ImageId { get; init; }
}
