namespace Wuying.LoadTester.Service;

/// <summary>What matters of a pending update.</summary>
internal sealed record PendingUpdateView(string UpdateId, string State);
