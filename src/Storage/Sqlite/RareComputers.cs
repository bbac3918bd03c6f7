using Wuying.Contracts.Fleet;

namespace Wuying.Storage.Sqlite;

/// <summary>
/// Filters that few computers of a region pass: a page of those is found by an index of theirs, not by walking the region. The indexes are
/// partial, and SQLite uses such a one only for a condition that repeats its words. So pages say them, and counts, which take everything
/// that matches, keep to the walk over <c>computers_listing</c>.
/// </summary>
internal static class RareComputers
{
    /// <summary>Says nothing that the filter does not say: the words by which its index can be used, to stand behind its condition.</summary>
    public static string Seek(ComputerFilter filter)
    {
        string[] words =
        [
            filter.IsConnected is true ? " AND connected_user > ''" : "",
            filter.Reason is not null ? " AND reason > 0" : "",
            filter.Pending is not (null or PendingFilter.None or PendingFilter.Any) ? " AND pending_state > 0" : "",
        ];
        return string.Concat(words);
    }
}
