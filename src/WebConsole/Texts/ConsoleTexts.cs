namespace Wuying.WebConsole.Texts;

/// <summary>Names the console's texts: <c>ConsoleTexts.resx</c> in English, <c>ConsoleTexts.zh-Hans.resx</c> in Simplified Chinese.</summary>
public sealed class ConsoleTexts;
