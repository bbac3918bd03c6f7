namespace Wuying.LoadTester.Service;

/// <summary>What matters of <c>application/problem+json</c>.</summary>
internal sealed record ProblemView(string? Code, string? Detail);
