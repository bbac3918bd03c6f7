namespace Wuying.Domain.Regions;

/// <summary>Names a region, e.g. <c>cn-hangzhou</c>. Also the grain's key.</summary>
[GenerateSerializer, Immutable, Alias("wuying.region-id")]
public readonly record struct RegionId([property: Id(0)] string Value)
{
    /// <summary>The id as it is written everywhere.</summary>
    public override string ToString() => Value;
}
