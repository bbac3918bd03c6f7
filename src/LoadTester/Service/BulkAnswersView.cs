namespace Wuying.LoadTester.Service;

/// <summary>What came of a request about several computers.</summary>
internal sealed record BulkAnswersView(IReadOnlyList<BulkAnswerView> Items);
