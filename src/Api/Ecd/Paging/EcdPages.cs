using Wuying.Api.Ecd.Errors;
using Wuying.Api.Paging;

namespace Wuying.Api.Ecd.Paging;

/// <summary>Pages in the product's style: MaxResults, and a NextToken that callers hand back as it is; none on the last page.</summary>
internal static class EcdPages
{
    /// <summary>Reads a token.</summary>
    /// <param name="token">What the call carries.</param>
    /// <param name="after">Where the page begins; null for the first.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public static EcdError? Read(string? token, out string? after)
    {
        after = null;
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        var isOurs = Cursor.TryDecode(token, out var key);
        after = key;
        return isOurs ? null : GatewayErrors.Invalid("NextToken", "it is none that was given out here; begin again without one.");
    }

    /// <summary>A page of a list that is at hand as a whole.</summary>
    public static (IReadOnlyList<T> Items, string? NextToken) Cut<T>(IReadOnlyList<T> all, Func<T, string> keyOf, string? after, int maxResults)
    {
        var page = all.ToPage(keyOf, after, maxResults, item => item);
        return (page.Items, page.NextCursor);
    }
}
