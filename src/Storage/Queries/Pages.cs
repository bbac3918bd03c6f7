using Wuying.Contracts.Fleet;
using Wuying.Domain.Updates;

namespace Wuying.Storage.Queries;

/// <summary>Cuts pages: one row more than asked for tells whether another page follows.</summary>
internal static class Pages
{
    /// <summary>The most items on a page.</summary>
    public const int LimitMax = 1_000;

    /// <summary>A limit as it is kept to.</summary>
    public static int Limit(int asked) => Math.Clamp(asked, 1, LimitMax);

    /// <summary>How many rows are passed over.</summary>
    public static int Skipped(int asked) => Math.Max(0, asked);

    /// <summary>The page out of up to one row too many.</summary>
    public static Page<T> Of<T>(List<T> rows, int limit, Func<T, string> cursorOf) => rows.Count > limit
        ? new Page<T>([.. rows.Take(limit)], cursorOf(rows[limit - 1]))
        : new Page<T>([.. rows], null);

    /// <summary>The computer that a cursor among updates stands at: an update's id begins with its computer's. Whatever else a caller sends is a place in the order too.</summary>
    public static string ComputerIn(string? after) => after switch
    {
        null => "",
        _ when after.Contains("-u", StringComparison.Ordinal) => new UpdateId(after).ComputerId.Value,
        _ => after,
    };
}
