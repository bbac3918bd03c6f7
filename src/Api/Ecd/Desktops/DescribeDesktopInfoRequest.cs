using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Binding;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Desktops;

[Ignored("NeedExtraInfo")]
[Refused("BusinessChannel")]
internal sealed record DescribeDesktopInfoRequest : IRegionalRequest
{
    [Required]
    public string? RegionId { get; init; }

    [Length(1, 100)]
    public IReadOnlyList<string>? DesktopId { get; init; }
}
