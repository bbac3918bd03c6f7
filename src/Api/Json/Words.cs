using System.Collections.Frozen;
using System.Text.Json;

namespace Wuying.Api.Json;

/// <summary>How values of an enum are written in the API: in camel case, and never <c>Unspecified</c>.</summary>
/// <typeparam name="T">The enum.</typeparam>
internal static class Words<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<string, T> ByWord = Enum.GetValues<T>()
        .Where(value => Convert.ToInt64(value, provider: null) != 0)
        .ToFrozenDictionary(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), StringComparer.Ordinal);

    private static readonly FrozenDictionary<T, string> ByValue = ByWord.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>All words, for messages.</summary>
    public static string All { get; } = string.Join(", ", ByWord.OrderBy(pair => pair.Value).Select(pair => pair.Key));

    /// <summary>The word of a value.</summary>
    public static string Of(T value) => ByValue.GetValueOrDefault(value) ?? value.ToString();

    /// <summary>Reads a word.</summary>
    public static bool TryRead(string word, out T value) => ByWord.TryGetValue(word, out value);
}
