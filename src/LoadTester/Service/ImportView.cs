namespace Wuying.LoadTester.Service;

/// <summary>What became of an import.</summary>
internal sealed record ImportView(ImportCountsView Computers, bool Complete, long ErrorsTotal, IReadOnlyList<ImportErrorView> Errors);
