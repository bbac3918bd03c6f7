using Wuying.Domain.Images;

namespace Wuying.Contracts.Fleet;

/// <summary>How many computers and custom images of a region are at a version (R3).</summary>
/// <param name="Version">The version.</param>
/// <param name="Computers">Computers at it, deleted ones not counted.</param>
/// <param name="CustomImages">Custom images at it.</param>
[GenerateSerializer, Immutable, Alias("wuying.version-count")]
public sealed record VersionCount(
    [property: Id(0)] ImageVersion Version,
    [property: Id(1)] long Computers,
    [property: Id(2)] long CustomImages);
