namespace Wuying.LoadTester.Invariants;

/// <summary>Something that an end user was told, as <c>GET /api/v1/users/{userId}/notifications</c> gives it.</summary>
/// <param name="Sequence">The event that it tells of: the notification's id.</param>
/// <param name="Kind">What it is, e.g. <c>scheduled</c>.</param>
public readonly record struct ToldNotification(long Sequence, string Kind);
