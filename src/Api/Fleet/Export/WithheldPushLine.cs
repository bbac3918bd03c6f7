namespace Wuying.Api.Fleet.Export;

/// <summary>A push that was stopped for a computer by name.</summary>
internal sealed class WithheldPushLine
{
    public string? Version { get; init; }

    /// <summary>The order that stopped it.</summary>
    public int PushNumber { get; init; }
}
