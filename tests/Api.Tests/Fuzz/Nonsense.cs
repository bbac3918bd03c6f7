namespace Wuying.Api.Tests.Fuzz;

/// <summary>What goes wrong in names, values and whole texts, drawn from a seed.</summary>
internal sealed class Nonsense(Random random)
{
    private static readonly string[] Texts =
    [
        "", " ", "0", "-1", "1", "101", "2147483648", "-9223372036854775809", "1e309", "NaN", "true", "null", "[]", "{}", "\"", "\\", "'", "..", "../../etc/passwd", "/", "//", "%", "%00", "%zz", "%F0%9F",
        "\0", "\u0001", "\u001F", "\n", "\r\nx: y", "\uFEFF", "\uD800", "\u202E", "云电脑", "é", "e\u0301", "😀", "<b>", "]]>", "&amp;", "a&b=c", "Tag.1.Key", "DesktopId.1.2.3", "2023-10-26", "2023-02-30",
        "2023-10-26T00:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "PT1S", "P9999999D", "latest", "all", "ecd-1", "m-1", "cn-hangzhou", "eu-central-1", "alice", "x-1", "*", "{0}", "' OR 1=1 --", "$(id)",
    ];

    private static readonly string[] Json =
    [
        "null", "true", "0", "-1", "1.5", "1e400", "99999999999999999999", "\"\"", "\"x\"", "\"\\u0000\"", "\"\\ud800\"", "[]", "[null]", "[[[[[]]]]]", "{}", "{\"a\":1}", "{\"a\":1,\"a\":2}", "", ",", "nul", "\"2023-13-45\"",
        "[\"ecd-1\",\"ecd-1\"]", "{\"all\":true}",
    ];

    /// <summary>A value.</summary>
    public string Text() => random.Next(50) == 0 ? new string('a', random.Next(20_000)) : Texts[random.Next(Texts.Length)];

    /// <summary>A value in JSON, more or less.</summary>
    public string Member() => random.Next(100) == 0 ? new string('[', random.Next(2_000)) : Json[random.Next(Json.Length)];

    /// <summary>A text with something changed in one place.</summary>
    public string Changed(string text)
    {
        var (from, length) = (random.Next(text.Length + 1), random.Next(1, 9));
        var to = Math.Min(text.Length, from + length);
        return random.Next(5) switch
        {
            0 => text[..from] + text[to..],
            1 => text[..from] + (char)random.Next(32, 256) + text[Math.Min(text.Length, from + 1)..],
            2 => text[..from] + Text() + text[from..],
            3 => text[..to] + text[from..],
            _ => text[..from],
        };
    }
}
