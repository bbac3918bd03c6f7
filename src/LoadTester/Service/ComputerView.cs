namespace Wuying.LoadTester.Service;

/// <summary>What matters of a computer.</summary>
internal sealed record ComputerView(string ComputerId, string RegionId, IReadOnlyList<string> AssignedUserIds, PendingUpdateView? PendingUpdate);
