namespace Wuying.LoadTester.Reports.Charts;

/// <summary>Bars that lie, one below the other, each with its name before and its number behind it.</summary>
internal static class BarChart
{
    private const double Width = 960;
    private const double Left = 320;
    private const double Right = 110;
    private const double RowHeight = 26;
    private const double BarHeight = 16;

    /// <summary>Draws it.</summary>
    /// <param name="description">What it shows.</param>
    /// <param name="bars">The bars, each with its style: <c>good</c>, <c>bad</c> or <c>plain</c>.</param>
    public static string Draw(string description, IReadOnlyList<(string Name, long Count, string Style)> bars)
    {
        var svg = new Svg(Width, (bars.Count * RowHeight) + 4, description);
        var most = Math.Max(1, bars.Max(bar => bar.Count));
        var total = Math.Max(1, bars.Sum(bar => bar.Count));
        for (var index = 0; index < bars.Count; index++)
        {
            var (name, count, style) = bars[index];
            var y = (index * RowHeight) + 4;
            var length = Math.Max(1.5, (Width - Left - Right) * count / most);
            svg.Text("label", Left - 12, y + 13, "end", name);
            svg.Box($"bar {style}", Left, y, length, BarHeight);
            svg.Text("label strong", Left + length + 8, y + 13, "start", Numbers.Count(count));
            svg.Text("tick", Width, y + 13, "end", Numbers.Percent((double)count / total));
        }

        return svg.ToString();
    }
}
