namespace Wuying.Api.Hosting;

/// <summary>The page at <c>/</c>: what this is and where to go. It loads nothing from elsewhere.</summary>
internal static class StartPage
{
    private static readonly byte[] Html = Load();

    public static Task AnswerAsync(HttpContext context) => TypedResults.Bytes(Html, "text/html; charset=utf-8").ExecuteAsync(context);

    private static byte[] Load()
    {
        using var stream = typeof(StartPage).Assembly.GetManifestResourceStream("Wuying.Api.StartPage.html")
            ?? throw new InvalidOperationException("The start page is missing from the assembly.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
