namespace Wuying.LoadTester.Reports.Charts;

/// <summary>For each kind a line from its median to its slowest, with marks of different shapes between: how far its latencies are spread.</summary>
internal static class SpreadChart
{
    private const double Width = 960;
    private const double Left = 180;
    private const double Right = 40;
    private const double Top = 34;
    private const double Bottom = 44;
    private const double RowHeight = 30;

    private static readonly string[] Names = ["median", "95 %", "99 %", "slowest"];

    /// <summary>Draws it.</summary>
    /// <param name="description">What it shows.</param>
    /// <param name="rows">The kinds, each with its median, 95th and 99th percentile and slowest, in milliseconds.</param>
    public static string Draw(string description, IReadOnlyList<(string Name, double[] Values)> rows)
    {
        var height = Top + (rows.Count * RowHeight) + Bottom;
        var svg = new Svg(Width, height, description);
        var axis = Axis.Logarithmic(Math.Max(0.01, rows.Min(row => row.Values[0])), rows.Max(row => row.Values[^1]), Numbers.Milliseconds);
        DrawAxis(svg, axis, height);
        for (var index = 0; index < rows.Count; index++)
        {
            var (name, values) = rows[index];
            var y = Top + ((index + 0.5) * RowHeight);
            svg.Text("label", Left - 14, y + 4, "end", name);
            svg.Line("spread", XOf(axis, values[0]), y, XOf(axis, values[^1]), y);
            for (var mark = values.Length - 1; mark >= 0; mark--)
            {
                svg.Mark($"mark s{mark + 1}", mark, XOf(axis, values[mark]), y);
            }
        }

        return svg.ToString();
    }

    private static double XOf(Axis axis, double value) => Left + (Math.Clamp(axis.Place(Math.Max(value, 0.01)), 0, 1) * (Width - Left - Right));

    private static void DrawAxis(Svg svg, Axis axis, double height)
    {
        for (var index = 0; index < Names.Length; index++)
        {
            svg.Mark($"mark s{index + 1}", index, Left + (index * 110) + 6, 12);
            svg.Text("label", Left + (index * 110) + 18, 16, "start", Names[index]);
        }

        foreach (var (value, text) in axis.Ticks)
        {
            svg.Line("grid", XOf(axis, value), Top, XOf(axis, value), height - Bottom);
            svg.Text("tick", XOf(axis, value), height - Bottom + 18, "middle", text);
        }

        svg.Text("name", (Left + Width - Right) / 2, height - 6, "middle", "milliseconds, each tenfold as wide as the last");
    }
}
