using System.Net;

namespace Wuying.LoadTester.Reports.Html;

/// <summary>The parts that pages are made of.</summary>
internal static class Page
{
    /// <summary>A text, harmless.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(text);

    /// <summary>A section.</summary>
    /// <param name="title">Its heading.</param>
    /// <param name="content">What is in it, as HTML.</param>
    /// <param name="lead">A sentence below the heading.</param>
    public static string Section(string title, string content, string lead = "") => $"""
        <section>
        <h2>{Text(title)}</h2>
        {(lead.Length == 0 ? "" : $"<p class=\"lead\">{Text(lead)}</p>")}
        {content}
        </section>
        """;

    /// <summary>A table.</summary>
    /// <param name="columns">The columns: what begins with <c>#</c> is numbers, and stands to the right; what begins with <c>=</c> is not broken into lines.</param>
    /// <param name="rows">The rows, as texts.</param>
    public static string Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows) => TableOfHtml(columns, rows.Select(row => row.Select(Text).ToArray()));

    /// <summary>A table.</summary>
    /// <param name="columns">The columns, as in <see cref="Table"/>.</param>
    /// <param name="rows">The rows, as HTML.</param>
    public static string TableOfHtml(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var heads = columns.Select(column => $"<th scope=\"col\"{ClassOf(column)}>{Text(column.TrimStart('#', '='))}</th>");
        var lines = rows.Select(row => $"<tr>{string.Concat(row.Select((cell, index) => $"<td{ClassOf(columns[index])}>{cell}</td>"))}</tr>");
        return $"<div class=\"wide\"><table><thead><tr>{string.Concat(heads)}</tr></thead><tbody>{string.Join('\n', lines)}</tbody></table></div>";
    }

    /// <summary>A chart, with what it shows in words.</summary>
    public static string Chart(string svg, string caption) => $"<figure>{svg}<figcaption>{Text(caption)}</figcaption></figure>";

    /// <summary>Where a figure comes from.</summary>
    public static string Origin(Runs.Origin origin) => $"<span class=\"origin {Words.Of(origin)}\">{Words.Of(origin)}</span>";

    private static string ClassOf(string column) => column[0] switch
    {
        '#' => " class=\"number\"",
        '=' => " class=\"whole\"",
        _ => "",
    };
}
