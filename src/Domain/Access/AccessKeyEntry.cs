namespace Wuying.Domain.Access;

/// <summary>A key as it is kept.</summary>
/// <param name="Key">The key.</param>
/// <param name="ProtectedSecret">Its secret, encrypted for the programs that share the key ring.</param>
[GenerateSerializer, Immutable, Alias("wuying.access-key-entry")]
public sealed record AccessKeyEntry(
    [property: Id(0)] AccessKey Key,
    [property: Id(1)] string ProtectedSecret);
