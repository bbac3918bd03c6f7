namespace Wuying.Api.Paging;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The items, in the list's order.</param>
/// <param name="NextCursor">Hand it back as <c>cursor</c> for the next page; null on the last.</param>
public sealed record PageResponse<T>(IReadOnlyList<T> Items, string? NextCursor);
