using System.Text.Json;

namespace Wuying.Storage.Queries;

/// <summary>Words of closed lists as the API writes them.</summary>
internal static class ApiWords
{
    public static string Of<TWord>(TWord word)
        where TWord : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(word.ToString());
}
