namespace Wuying.Api.Access;

/// <summary>Who calls, and what they may do.</summary>
/// <param name="AccessKeyId">Their key; null for whoever is at this machine while there are no keys.</param>
/// <param name="Role"><c>viewer</c>, <c>operator</c> or <c>administrator</c>.</param>
/// <param name="Regions">The regions that they see and act in; null for all.</param>
/// <param name="May">What their role allows: of <c>read</c>, <c>operate</c>, <c>changeSettings</c>, <c>manageKeys</c>.</param>
public sealed record SessionResponse(string? AccessKeyId, string Role, IReadOnlyList<string>? Regions, IReadOnlyList<string> May);
