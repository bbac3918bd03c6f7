namespace Wuying.LoadTester.Service;

/// <summary>Which computers a request is about.</summary>
internal sealed record FilterBody(bool All);
