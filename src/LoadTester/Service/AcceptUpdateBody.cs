namespace Wuying.LoadTester.Service;

/// <summary>A user's yes to an offer.</summary>
internal sealed record AcceptUpdateBody(string When);
