namespace Wuying.LoadTester.Service;

/// <summary>What matters of something that a user was told.</summary>
internal sealed record NotificationView(string NotificationId, string Kind);
