namespace Wuying.LoadTester.Runs;

/// <summary>What a run was told.</summary>
internal sealed record Setting(string Name, string Value);
