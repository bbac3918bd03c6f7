namespace Wuying.LoadTester.Service;

/// <summary>What a user sees after logging on.</summary>
internal sealed record LogOnView(IReadOnlyList<ComputerView> Computers);
