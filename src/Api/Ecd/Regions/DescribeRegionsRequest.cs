using Wuying.Api.Ecd.Binding;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Regions;

[Ignored("AcceptLanguage")]
internal sealed record DescribeRegionsRequest : IRegionalRequest
{
    public string? RegionId { get; init; }
}
