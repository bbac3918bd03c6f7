using Microsoft.Extensions.Localization;
using Wuying.Domain.Decisions;
using Wuying.WebConsole.Texts;

namespace Wuying.WebConsole.Updates;

/// <summary>The closed list of reasons in the console's languages.</summary>
internal static class Reasons
{
    /// <summary>What stands against it.</summary>
    public static string TitleOf(RejectionCode code, IStringLocalizer<ConsoleTexts> texts) => texts[$"Reason.{code}"];

    /// <summary>The same by its name.</summary>
    public static string TitleOf(string code, IStringLocalizer<ConsoleTexts> texts) => texts[$"Reason.{code}"];

    /// <summary>What to do about it.</summary>
    public static string AdviceOf(RejectionCode code, IStringLocalizer<ConsoleTexts> texts) => texts[$"Advice.{code}"];

    /// <summary>Both, as the answer to a refused deed.</summary>
    public static string TextOf(Rejection rejection, IStringLocalizer<ConsoleTexts> texts) =>
        $"{TitleOf(rejection.Code, texts)} {AdviceOf(rejection.Code, texts)}";
}
