namespace Wuying.LoadTester.Reports.Charts;

/// <summary>Lines over a common axis. Each has a dash, a mark and its name at its end: colours are not needed to tell them apart.</summary>
/// <param name="description">What it shows.</param>
/// <param name="across">What goes across.</param>
/// <param name="up">What goes up.</param>
/// <param name="acrossName">Its name.</param>
/// <param name="upName">Its name.</param>
internal sealed class LineChart(string description, Axis across, Axis up, string acrossName, string upName)
{
    private const double Width = 960;
    private const double Height = 320;
    private const double Left = 74;
    private const double Right = 150;
    private const double Top = 28;
    private const double Bottom = 48;
    private const double NameHeight = 16;
    private const double PhaseRoom = 64;

    /// <summary>Draws it.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="phases">Where something begins, and what; written where there is room for it.</param>
    public string Draw(IReadOnlyList<Series> lines, IReadOnlyList<(double From, string Name)>? phases = null)
    {
        var svg = new Svg(Width, Height, description);
        DrawAxes(svg);
        DrawPhases(svg, phases ?? []);
        var ends = new List<(int Index, string Name, double X, double Y)>();
        for (var index = 0; index < lines.Count; index++)
        {
            var points = lines[index].Points.Select(point => point.Y is { } y ? (XOf(point.X), YOf(y)) : ((double, double)?)null).ToList();
            svg.Path($"line s{index + 1}", points);
            if (points.FindLast(point => point is not null) is { } end)
            {
                ends.Add((index, lines[index].Name, end.Item1, end.Item2));
            }
        }

        DrawNames(svg, ends);
        return svg.ToString();
    }

    private static double XOf(double place, double from, double to) => from + (Math.Clamp(place, 0, 1) * (to - from));

    private double XOf(double value) => XOf(across.Place(value), Left, Width - Right);

    private double YOf(double value) => XOf(up.Place(value), Height - Bottom, Top);

    private void DrawAxes(Svg svg)
    {
        foreach (var (value, text) in up.Ticks)
        {
            svg.Line("grid", Left, YOf(value), Width - Right, YOf(value));
            svg.Text("tick", Left - 8, YOf(value) + 4, "end", text);
        }

        foreach (var (value, text) in across.Ticks)
        {
            svg.Line("grid", XOf(value), Height - Bottom, XOf(value), Height - Bottom + 5);
            svg.Text("tick", XOf(value), Height - Bottom + 20, "middle", text);
        }

        svg.Line("axis", Left, Height - Bottom, Width - Right, Height - Bottom);
        svg.Text("name", Left - 8, 12, "start", upName);
        svg.Text("name", (Left + Width - Right) / 2, Height - 8, "middle", acrossName);
    }

    private void DrawPhases(Svg svg, IReadOnlyList<(double From, string Name)> phases)
    {
        var last = double.NegativeInfinity;
        foreach (var (from, name) in phases)
        {
            svg.Line("phase", XOf(from), Top, XOf(from), Height - Bottom);
            if (XOf(from) - last >= PhaseRoom)
            {
                svg.Text("tick", XOf(from) + 4, Top + 10, "start", name);
                last = XOf(from);
            }
        }
    }

    // Names stand beside the ends of their lines, and make room for each other.
    private static void DrawNames(Svg svg, List<(int Index, string Name, double X, double Y)> ends)
    {
        var last = double.NegativeInfinity;
        foreach (var end in ends.OrderBy(end => end.Y))
        {
            var y = Math.Max(end.Y, last + NameHeight);
            last = y;
            svg.Mark($"mark s{end.Index + 1}", end.Index, end.X, end.Y);
            svg.Line($"lead s{end.Index + 1}", end.X + 6, end.Y, Width - Right + 14, y);
            svg.Text("label", Width - Right + 18, y + 4, "start", end.Name);
        }
    }
}
