using System.Globalization;
using System.Text.Json;

namespace Wuying.Storage.Sqlite;

/// <summary>How values stand in the database: instants as UTC ticks, days as <c>yyyy-MM-dd</c>, words of closed lists as their numbers.</summary>
internal static class SqliteValues
{
    public static string? Spell(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly DayOf(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A list as one parameter, for <c>json_each</c>.</summary>
    public static string List(IEnumerable<string> values) => JsonSerializer.Serialize(values);

    /// <summary>A word of a closed list as the API writes it.</summary>
    public static string ApiWord<TWord>(TWord word)
        where TWord : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(word.ToString());
}
