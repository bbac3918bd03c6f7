namespace Wuying.Api.Ecd.Signatures;

/// <summary>The one spelling of texts that are signed: RFC 3986, in which letters, digits and <c>-_.~</c> stay.</summary>
internal static class PercentEncoding
{
    public static string Encode(string text) => Uri.EscapeDataString(text);

    /// <summary>Parameters as <c>k=v&amp;k=v</c>, in the order given.</summary>
    public static string Join(IEnumerable<KeyValuePair<string, string>> parameters) =>
        string.Join('&', parameters.Select(parameter => $"{Encode(parameter.Key)}={Encode(parameter.Value)}"));
}
