using Wuying.Domain.Regions;

namespace Wuying.Api.Ecd.Fota;

/// <summary>Release notes in the languages that the product's API knows.</summary>
internal static class ReleaseNotes
{
    public const string English = "en";
    public const string Chinese = "zh";
    public const string Japanese = "ja";

    /// <summary>The note in a language, however it is written (<c>zh</c>, <c>zh-CN</c>, <c>zh_CN</c>); null where there is none.</summary>
    public static string? In(PublishedVersion entry, string language) =>
        entry.ReleaseNotes.GetValueOrDefault(language) ?? entry.ReleaseNotes.GetValueOrDefault(language.Split('-', '_')[0].ToLowerInvariant());
}
