namespace Wuying.LoadTester.Mornings;

/// <summary>One user's morning, as it is meant to be.</summary>
/// <param name="User">Who.</param>
/// <param name="ComputerId">The computer the user works with.</param>
/// <param name="Reply">What the user says to an offer: <c>now</c>, <c>in4Hours</c> and so on, or <c>decline</c>; null for nothing.</param>
internal sealed record Visit(string User, string ComputerId, string? Reply);
