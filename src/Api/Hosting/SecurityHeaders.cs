namespace Wuying.Api.Hosting;

/// <summary>What browsers are told to keep from doing with what they get here.</summary>
internal static class SecurityHeaders
{
    // The pages load nothing from elsewhere, and this makes the browser see to it.
    private const string OfPages =
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private const string OfAnswers = "default-src 'none'; frame-ancestors 'none'";

    /// <summary>Adds them to every answer, those to failures included.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        context.Response.OnStarting(AddAsync, context);
        return next(context);
    });

    private static Task AddAsync(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        var isAnswer = context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            // Whoever has set one of its own, the console, allows less.
            headers.ContentSecurityPolicy = isAnswer ? OfAnswers : OfPages;
        }

        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";

        // What is shown to one caller is not to be kept for another.
        if (isAnswer && headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }
}
