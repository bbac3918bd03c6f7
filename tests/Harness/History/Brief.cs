namespace Wuying.Harness.History;

/// <summary>A computer in brief, as events tell it before and after each change.</summary>
public sealed record Brief(
    string Status, string? ConnectedUserId, string Version, string? UpdateId, string? PendingState, string? Snapshot);
