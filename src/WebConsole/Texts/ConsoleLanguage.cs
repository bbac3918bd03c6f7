using System.Collections.Immutable;
using System.Globalization;

namespace Wuying.WebConsole.Texts;

/// <summary>A language that the console speaks.</summary>
/// <param name="Tag">How browsers and resources name it.</param>
/// <param name="OwnName">What those who speak it call it.</param>
/// <param name="NotesLanguage">The language of release notes that goes with it.</param>
public sealed record ConsoleLanguage(string Tag, string OwnName, string NotesLanguage)
{
    /// <summary>The cookie that remembers the choice.</summary>
    public const string CookieName = "console-language";

    public static readonly ConsoleLanguage English = new("en", "English", "en");

    // Not zh-Hans: where globalization is invariant, a culture's name comes back with its second part in capitals, and names no resource then.
    public static readonly ConsoleLanguage SimplifiedChinese = new("zh-CN", "简体中文", "zh");

    /// <summary>All of them; the first is spoken where nothing is known.</summary>
    public static readonly ImmutableArray<ConsoleLanguage> All = [English, SimplifiedChinese];

    /// <summary>The one in which texts are shown now.</summary>
    public static ConsoleLanguage Current => Find(CultureInfo.CurrentUICulture.Name) ?? English;

    /// <summary>Its culture. Names only: numbers and days are written alike in all languages.</summary>
    public CultureInfo Culture => CultureInfo.GetCultureInfo(Tag);

    /// <summary>The language of exactly this tag, or null.</summary>
    public static ConsoleLanguage? Find(string? tag) => All.FirstOrDefault(language => language.Tag == tag);

    /// <summary>The language that a browser's tag, such as <c>zh-CN</c>, comes closest to; null when the console does not speak it.</summary>
    public static ConsoleLanguage? Closest(string tag) =>
        All.FirstOrDefault(language => tag.Split('-')[0].Equals(language.Tag.Split('-')[0], StringComparison.OrdinalIgnoreCase));
}
