using System.Globalization;
using System.Net;
using System.Text;

namespace Wuying.LoadTester.Reports.Charts;

/// <summary>Writes SVG. Colours come from the page's style, so that they follow light and dark.</summary>
/// <param name="width">The drawing's width, in its own units; it is as wide as the page has room.</param>
/// <param name="height">Its height.</param>
/// <param name="description">What it shows, for those who cannot see it.</param>
internal sealed class Svg(double width, double height, string description)
{
    private readonly StringBuilder _text = new();

    /// <summary>A straight line.</summary>
    public void Line(string css, double x1, double y1, double x2, double y2) =>
        Add($"<line class=\"{css}\" x1=\"{x1:0.##}\" y1=\"{y1:0.##}\" x2=\"{x2:0.##}\" y2=\"{y2:0.##}\"/>");

    /// <summary>A rectangle.</summary>
    public void Box(string css, double x, double y, double boxWidth, double boxHeight) =>
        Add($"<rect class=\"{css}\" x=\"{x:0.##}\" y=\"{y:0.##}\" width=\"{boxWidth:0.##}\" height=\"{boxHeight:0.##}\" rx=\"2\"/>");

    /// <summary>A line through points; those without a place interrupt it.</summary>
    public void Path(string css, IEnumerable<(double X, double Y)?> points)
    {
        var path = new StringBuilder();
        var isDrawing = false;
        foreach (var point in points)
        {
            if (point is { } at)
            {
                path.Append(CultureInfo.InvariantCulture, $"{(isDrawing ? 'L' : 'M')}{at.X:0.##} {at.Y:0.##}");
            }

            isDrawing = point is not null;
        }

        Add($"<path class=\"{css}\" d=\"{path}\"/>");
    }

    /// <summary>A mark; each number has a shape of its own, to be told apart without colours.</summary>
    public void Mark(string css, int shape, double x, double y)
    {
        switch (shape % 4)
        {
            case 0:
                Add($"<circle class=\"{css}\" cx=\"{x:0.##}\" cy=\"{y:0.##}\" r=\"4.5\"/>");
                break;
            case 1:
                Add($"<rect class=\"{css}\" x=\"{x - 4:0.##}\" y=\"{y - 4:0.##}\" width=\"8\" height=\"8\"/>");
                break;
            case 2:
                Add($"<path class=\"{css}\" d=\"M{x:0.##} {y - 5.5:0.##}l5.5 5.5l-5.5 5.5l-5.5 -5.5z\"/>");
                break;
            default:
                Add($"<path class=\"{css}\" d=\"M{x:0.##} {y - 5:0.##}l5 9h-10z\"/>");
                break;
        }
    }

    /// <summary>A text.</summary>
    /// <param name="css">Its style.</param>
    /// <param name="x">Where it stands.</param>
    /// <param name="y">On which line.</param>
    /// <param name="anchor">What of it is there: <c>start</c>, <c>middle</c> or <c>end</c>.</param>
    /// <param name="words">It.</param>
    public void Text(string css, double x, double y, string anchor, string words) =>
        Add($"<text class=\"{css}\" x=\"{x:0.##}\" y=\"{y:0.##}\" text-anchor=\"{anchor}\">{WebUtility.HtmlEncode(words)}</text>");

    /// <summary>The whole drawing.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"<svg viewBox=\"0 0 {width:0.##} {height:0.##}\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(description)}\">{_text}</svg>");

    private void Add(FormattableString element) => _text.Append(element.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
