using Wuying.Contracts.Fleet;

namespace Wuying.Api.Paging;

/// <summary>From pages of the store, and from short lists, to pages of the API.</summary>
internal static class PageMapping
{
    public static PageResponse<TResponse> ToResponse<T, TResponse>(this Page<T> page, Func<T, TResponse> toResponse) =>
        new([.. page.Items.Select(toResponse)], Cursor.Encode(page.NextCursor));

    /// <summary>A page of a list that is short enough to be at hand as a whole.</summary>
    public static PageResponse<TResponse> ToPage<T, TResponse>(
        this IReadOnlyList<T> all, Func<T, string> keyOf, string? after, int limit, Func<T, TResponse> toResponse)
    {
        var start = after is null ? 0 : all.TakeWhile(item => keyOf(item) != after).Count() + 1;
        T[] items = [.. all.Skip(start).Take(limit)];
        var next = start + items.Length < all.Count && items.Length > 0 ? keyOf(items[^1]) : null;
        return new([.. items.Select(toResponse)], Cursor.Encode(next));
    }

    /// <summary>A list that is always given whole.</summary>
    public static PageResponse<TResponse> ToWhole<TResponse>(this IEnumerable<TResponse> all) => new([.. all], null);
}
