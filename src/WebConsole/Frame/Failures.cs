using Microsoft.Extensions.Localization;
using Wuying.WebConsole.Texts;

namespace Wuying.WebConsole.Frame;

/// <summary>Failures behind the console in words: what is known of it, and what to do. An exception's own words are never shown.</summary>
internal static class Failures
{
    public static string TextOf(Exception failure, IStringLocalizer<ConsoleTexts> texts) => failure switch
    {
        TimeoutException => texts["Failure.Timeout"],
        IOException => texts["Failure.Store"],
        { InnerException: { } inner } => TextOf(inner, texts),
        _ => texts["Failure.Unexpected"],
    };
}
