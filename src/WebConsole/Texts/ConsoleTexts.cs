namespace Wuying.WebConsole.Texts;

/// <summary>Names the console's texts: <c>ConsoleTexts.resx</c> in English, <c>ConsoleTexts.zh-CN.resx</c> in Simplified Chinese.</summary>
public sealed class ConsoleTexts;
