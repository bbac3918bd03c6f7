using System.Globalization;
using Spectre.Console;
using Wuying.Bench.Measuring;

namespace Wuying.Bench.Reports;

/// <summary>Results on the console.</summary>
internal static class ResultTable
{
    /// <summary>What a line takes where nobody watches.</summary>
    private const int WidthInFiles = 180;

    /// <summary>The console, wide enough.</summary>
    public static IAnsiConsole Console()
    {
        var console = AnsiConsole.Console;
        if (global::System.Console.IsOutputRedirected)
        {
            console.Profile.Width = WidthInFiles;
        }

        return console;
    }

    /// <summary>Writes the figures of one measurement.</summary>
    public static void Write(IAnsiConsole console, Findings findings)
    {
        var configured = findings.Figures.Where(figure => figure.Kind is FigureKind.Configured).Select(Configured);
        var table = new Table { Title = new TableTitle(Markup.Escape(findings.Name)), Border = TableBorder.Rounded }
            .AddColumn("name")
            .AddColumn(new TableColumn("figure").RightAligned())
            .AddColumn("unit")
            .AddColumn(new TableColumn("ratio to its baseline").NoWrap())
            .AddColumn("marks")
            .AddColumn(new TableColumn("each round").NoWrap());
        foreach (var figure in findings.Figures.Where(figure => figure.Kind is not FigureKind.Configured))
        {
            table.AddRow(
                Markup.Escape(figure.Name),
                Number(figure.Value),
                Markup.Escape(figure.Unit),
                string.Join('\n', figure.Comparisons.Select(comparison => Markup.Escape($"{Number(comparison.Ratio)} × {comparison.Baseline}"))),
                string.Join('\n', Marks(figure)),
                string.Join("  ", figure.Rounds.Select(Number)));
        }

        console.Write(table);
        console.WriteLine($"configured: {string.Join(", ", configured)}");
        foreach (var note in findings.Notes)
        {
            console.WriteLine(note);
        }

        console.WriteLine();
    }

    private static string Configured(Figure figure) => $"{figure.Name} {Number(figure.Value)} {figure.Unit}".TrimEnd();

    private static IEnumerable<string> Marks(Figure figure)
    {
        yield return figure.Kind.ToString().ToLowerInvariant();
        if (figure.Goal is { } goal)
        {
            yield return Mark(goal, figure.Value);
        }

        foreach (var comparison in figure.Comparisons.Where(comparison => comparison.Goal is not null))
        {
            yield return Mark(comparison.Goal!, comparison.Ratio);
        }
    }

    private static string Mark(Goal goal, double value) => goal.IsMetBy(value) ? $"[green]goal {goal}: met[/]" : $"[red]goal {goal}: missed[/]";

    // Three digits at least; more would be noise.
    private static string Number(double value) => value.ToString(
        Math.Abs(value) switch
        {
            var whole when whole == Math.Floor(whole) => "N0",
            < 10 => "N2",
            < 100 => "N1",
            _ => "N0",
        },
        CultureInfo.InvariantCulture);
}
