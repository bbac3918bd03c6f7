namespace Wuying.LoadTester.Invariants;

/// <summary>A computer in brief, as events tell it before and after each change.</summary>
/// <param name="Status">What it does.</param>
/// <param name="ConnectedUserId">Who is connected.</param>
/// <param name="Version">What it runs.</param>
/// <param name="UpdateId">Its pending update.</param>
/// <param name="PendingState">How far that is.</param>
/// <param name="Snapshot">How far its snapshot is.</param>
internal sealed record Brief(
    string Status, string? ConnectedUserId, string Version, string? UpdateId, string? PendingState, string? Snapshot)
{
    /// <summary>It in words, for messages.</summary>
    public override string ToString() =>
        $"{Status}, at {Version}, connected: {ConnectedUserId ?? "nobody"}, update: {(UpdateId is null ? "none" : $"{UpdateId} {PendingState}, snapshot {Snapshot}")}";
}
