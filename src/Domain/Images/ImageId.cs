namespace Wuying.Domain.Images;

/// <summary>Names an image, e.g. <c>m-wetdkd63h2s0u4z0b</c>. Also the grain's key.</summary>
[GenerateSerializer, Immutable, Alias("wuying.image-id")]
public readonly record struct ImageId([property: Id(0)] string Value)
{
    /// <summary>The id as it is written everywhere.</summary>
    public override string ToString() => Value;
}
