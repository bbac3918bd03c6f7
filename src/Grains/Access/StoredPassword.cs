namespace Wuying.Grains.Access;

/// <summary>A password as it is kept.</summary>
/// <param name="Hash">A slow hash with its salt; what made it knows its form.</param>
/// <param name="SetAt">When it was set, system time.</param>
/// <param name="SetBy">Who set it.</param>
[GenerateSerializer, Immutable, Alias("wuying.stored-password")]
internal sealed record StoredPassword(
    [property: Id(0)] string Hash,
    [property: Id(1)] DateTimeOffset SetAt,
    [property: Id(2)] string SetBy);
