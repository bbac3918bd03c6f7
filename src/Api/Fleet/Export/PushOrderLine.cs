namespace Wuying.Api.Fleet.Export;

/// <summary>The latest order to start or stop a push, in the line of its region.</summary>
internal sealed class PushOrderLine
{
    public int Number { get; init; }

    public string? Version { get; init; }

    public bool IsStart { get; init; }

    public string? Scope { get; init; }

    public string? RequestedBy { get; init; }
}
