using Wuying.LoadTester.Invariants;

namespace Wuying.LoadTester.Histories;

/// <summary>What a user was told, newest first, at most a hundred.</summary>
internal sealed record RecordedNotifications(string UserId, IReadOnlyList<ToldNotification> Told);
