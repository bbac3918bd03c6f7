namespace Wuying.WebConsole.Frame;

/// <summary>What a browser tells of itself and its user's choices.</summary>
/// <param name="Region">The region last looked at; null before the first.</param>
/// <param name="Scheme">The chosen scheme: <c>light</c>, <c>dark</c>, or null for the system's.</param>
/// <param name="PrefersDark">What the system prefers.</param>
public sealed record BrowserFacts(string? Region, string? Scheme, bool PrefersDark);
