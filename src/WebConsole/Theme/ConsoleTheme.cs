using MudBlazor;

namespace Wuying.WebConsole.Theme;

/// <summary>The console's look: calm surfaces, one accent, text that is easy to read for hours. Every pair of text and ground has a contrast of 4.5 at least.</summary>
internal static class ConsoleTheme
{
    private static readonly string[] Fonts = ["Inter", "-apple-system", "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "sans-serif"];

    /// <summary>Both schemes.</summary>
    public static readonly MudTheme Instance = new()
    {
        PaletteLight = Light(),
        PaletteDark = Dark(),
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px", DrawerWidthLeft = "236px", AppbarHeight = "56px" },
        Typography = Type(),
    };

    private static PaletteLight Light() => new()
    {
        Primary = "#2f5bea",
        PrimaryContrastText = "#ffffff",
        Secondary = "#4f5b6b",
        Tertiary = "#6941c6",
        Info = "#0b6a94",
        Success = "#147044",
        Warning = "#875500",
        Error = "#b42318",
        Background = "#f5f6f9",
        BackgroundGray = "#eef0f4",
        Surface = "#ffffff",
        AppbarBackground = "#ffffff",
        AppbarText = "#182230",
        DrawerBackground = "#ffffff",
        DrawerText = "#3a4656",
        DrawerIcon = "#4f5b6b",
        TextPrimary = "#182230",
        TextSecondary = "#4f5b6b",
        TextDisabled = "#69748a",
        ActionDefault = "#4f5b6b",
        ActionDisabled = "#7b8798",
        ActionDisabledBackground = "#e9ecf1",
        Divider = "#e3e6ec",
        DividerLight = "#eef0f4",
        TableLines = "#e8ebf0",
        LinesDefault = "#e3e6ec",
        LinesInputs = "#8390a3",
        TableHover = "#f3f6fd",
        OverlayDark = "rgba(16,24,40,.45)",
    };

    private static PaletteDark Dark() => new()
    {
        Primary = "#8fb0ff",
        PrimaryContrastText = "#0b1530",
        Secondary = "#a9b4c7",
        Tertiary = "#c4b0ff",
        Info = "#6cc7f0",
        InfoContrastText = "#08202d",
        Success = "#5fd496",
        SuccessContrastText = "#05230f",
        Warning = "#f2bd5b",
        WarningContrastText = "#2b1c00",
        Error = "#ff9a90",
        ErrorContrastText = "#3a0703",
        Black = "#0b0f19",
        Background = "#0f1420",
        BackgroundGray = "#121827",
        Surface = "#171e2e",
        AppbarBackground = "#141a29",
        AppbarText = "#e8ecf4",
        DrawerBackground = "#141a29",
        DrawerText = "#c5cede",
        DrawerIcon = "#a9b4c7",
        TextPrimary = "#e8ecf4",
        TextSecondary = "#a9b4c7",
        TextDisabled = "#8592a8",
        ActionDefault = "#a9b4c7",
        ActionDisabled = "#7d8aa0",
        ActionDisabledBackground = "#242c3f",
        Divider = "#2a3347",
        DividerLight = "#222a3c",
        TableLines = "#262f43",
        LinesDefault = "#2a3347",
        LinesInputs = "#7d8aa0",
        TableHover = "#1e2739",
        OverlayDark = "rgba(3,6,14,.6)",
    };

    private static Typography Type() => new()
    {
        Default = new DefaultTypography { FontFamily = Fonts, FontSize = ".875rem", LineHeight = "1.5", LetterSpacing = "0" },
        H1 = new H1Typography { FontFamily = Fonts, FontSize = "1.5rem", FontWeight = "650", LineHeight = "1.25", LetterSpacing = "-.015em" },
        H2 = new H2Typography { FontFamily = Fonts, FontSize = "1.125rem", FontWeight = "600", LineHeight = "1.35", LetterSpacing = "-.01em" },
        H3 = new H3Typography { FontFamily = Fonts, FontSize = "1rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "-.005em" },
        H6 = new H6Typography { FontFamily = Fonts, FontSize = "1.0625rem", FontWeight = "600", LineHeight = "1.35", LetterSpacing = "-.01em" },
        Body1 = new Body1Typography { FontFamily = Fonts, FontSize = ".875rem", LineHeight = "1.5", LetterSpacing = "0" },
        Body2 = new Body2Typography { FontFamily = Fonts, FontSize = ".8125rem", LineHeight = "1.5", LetterSpacing = "0" },
        Subtitle1 = new Subtitle1Typography { FontFamily = Fonts, FontSize = ".9375rem", FontWeight = "500", LetterSpacing = "0" },
        Subtitle2 = new Subtitle2Typography { FontFamily = Fonts, FontSize = ".8125rem", FontWeight = "600", LetterSpacing = "0" },
        Button = new ButtonTypography { FontFamily = Fonts, FontSize = ".8125rem", FontWeight = "600", LetterSpacing = "0", TextTransform = "none" },
        Caption = new CaptionTypography { FontFamily = Fonts, FontSize = ".75rem", LetterSpacing = "0" },
        Overline = new OverlineTypography { FontFamily = Fonts, FontSize = ".6875rem", FontWeight = "600", LetterSpacing = ".06em" },
    };
}
