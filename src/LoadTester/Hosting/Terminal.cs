using Spectre.Console;

namespace Wuying.LoadTester.Hosting;

/// <summary>Where the program shows what it does.</summary>
internal static class Terminal
{
    /// <summary>Wide enough for tables where there is no terminal to say how wide it is.</summary>
    private const int WidthElsewhere = 140;

    /// <summary>The terminal, or the file or pipe that stands in its place.</summary>
    public static IAnsiConsole Open()
    {
        var console = AnsiConsole.Console;
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = WidthElsewhere;
            console.Profile.Capabilities.Interactive = false;
        }

        return console;
    }
}
