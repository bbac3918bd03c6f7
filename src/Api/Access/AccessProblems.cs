using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Wuying.Api.Access;

/// <summary>How callers are kept out. These codes are the Api's own: what they say is no answer to a request, and the fleet never heard of it.</summary>
internal static class AccessProblems
{
    /// <summary>The code when nobody knows who calls.</summary>
    public const string NotAuthenticated = "NotAuthenticated";

    /// <summary>The code when the caller may not do that.</summary>
    public const string NotAllowed = "NotAllowed";

    /// <summary>The code when the caller asks too often.</summary>
    public const string TooManyRequests = "TooManyRequests";

    private const string Realm = "WuyingOrleans";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> Codes { get; } = [NotAuthenticated, NotAllowed, TooManyRequests];

    /// <summary>The URN of a code.</summary>
    public static string UrnOf(string code) => "urn:wuying:problem:" + JsonNamingPolicy.KebabCaseLower.ConvertName(code);

    /// <summary>Asks for an access key.</summary>
    public static ProblemHttpResult Unauthenticated(HttpContext context, string detail)
    {
        // Of a page's own script the browser would otherwise ask for a password, in the place of the page.
        var isScript = context.Request.Headers["Sec-Fetch-Dest"] == "empty";
        context.Response.Headers.WWWAuthenticate = isScript ? $"Session realm=\"{Realm}\"" : $"Basic realm=\"{Realm}\", charset=\"UTF-8\"";
        return Problem(StatusCodes.Status401Unauthorized, NotAuthenticated, "An access key is needed.", detail);
    }

    /// <summary>Refuses what the caller may not do.</summary>
    public static ProblemHttpResult Forbidden(string detail) =>
        Problem(StatusCodes.Status403Forbidden, NotAllowed, "The caller may not do that.", detail);

    /// <summary>Asks for patience.</summary>
    public static ProblemHttpResult TooMany(HttpContext context, TimeSpan wait)
    {
        var seconds = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.RetryAfter = seconds;
        return Problem(
            StatusCodes.Status429TooManyRequests, TooManyRequests, "The caller asks too often.", $"Ask again in {seconds} s; nothing was done.");
    }

    private static ProblemHttpResult Problem(int status, string code, string title, string detail) => TypedResults.Problem(
        detail, instance: null, status, title, UrnOf(code), new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = code });
}
