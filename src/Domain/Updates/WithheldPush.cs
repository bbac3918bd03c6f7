using Wuying.Domain.Images;

namespace Wuying.Domain.Updates;

/// <summary>A push that was stopped: its offer was withdrawn here, or kept away (R7).</summary>
/// <param name="Version">The version.</param>
/// <param name="PushNumber">The order that stopped it; offers of that version from earlier orders are kept away.</param>
[GenerateSerializer, Immutable, Alias("wuying.withheld-push")]
public sealed record WithheldPush(
    [property: Id(0)] ImageVersion Version,
    [property: Id(1)] int PushNumber);
