using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Binding;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Images;

[Refused("DesktopInstanceType", "GpuCategory", "GpuDriverVersion", "LanguageType", "OsType", "ProtocolType", "SessionType")]
internal sealed record DescribeImagesRequest : IRegionalRequest
{
    [Required]
    public string? RegionId { get; init; }

    [Length(1, 100)]
    public IReadOnlyList<string>? ImageId { get; init; }

    public string? ImageName { get; init; }

    [AllowedValues(ImageWords.Available, "Creating", "CreateFailed")]
    public string? ImageStatus { get; init; }

    [AllowedValues(ImageWords.Custom, ImageWords.System, ImageWords.Shared)]
    public string? ImageType { get; init; }

    public string? FotaVersion { get; init; }

    [Range(1, 100)]
    public int MaxResults { get; init; } = 10;

    public string? NextToken { get; init; }
}
