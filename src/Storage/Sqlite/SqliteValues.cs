using System.Globalization;

namespace Wuying.Storage.Sqlite;

/// <summary>How values stand in the database: instants as UTC ticks, days as <c>yyyy-MM-dd</c>, words of closed lists as their numbers.</summary>
internal static class SqliteValues
{
    public static string? Spell(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly DayOf(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
