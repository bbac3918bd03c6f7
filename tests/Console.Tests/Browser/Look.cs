namespace Wuying.Console.Tests.Browser;

/// <summary>What a window is like.</summary>
public sealed record Look(string Locale = "en-GB", bool IsDark = false, int Width = 1280, int Height = 860)
{
    public static readonly Look Plain = new();

    public static readonly Look Chinese = new("zh-CN");

    public static readonly Look Dark = new(IsDark: true);

    public static readonly Look Phone = new(Width: 390, Height: 844);
}
