namespace Wuying.LoadTester.Service;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
internal sealed record PageView<T>(IReadOnlyList<T> Items, string? NextCursor);
