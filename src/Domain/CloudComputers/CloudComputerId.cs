namespace Wuying.Domain.CloudComputers;

/// <summary>Names a cloud computer, e.g. <c>ecd-abei23yjwlovovkxf</c>. Unique over all regions; also the grain's key.</summary>
[GenerateSerializer, Immutable, Alias("wuying.cloud-computer-id")]
public readonly record struct CloudComputerId([property: Id(0)] string Value)
{
    /// <summary>The id as it is written everywhere.</summary>
    public override string ToString() => Value;
}
