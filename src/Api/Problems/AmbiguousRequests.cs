using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Wuying.Domain.Decisions;

namespace Wuying.Api.Problems;

/// <summary>Refuses what could mean several things, whatever route it is for: a parameter given twice, a body whose bytes are not UTF-8.</summary>
internal static class AmbiguousRequests
{
    public static IApplicationBuilder RefuseAmbiguousRequests(this IApplicationBuilder app) => app.Use(static (context, next) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) && Refuse(context.Request) is { } problem
            ? problem.ExecuteAsync(context)
            : next(context));

    private static ProblemHttpResult? Refuse(HttpRequest request)
    {
        if (request.Query.FirstOrDefault(parameter => parameter.Value.Count > 1) is { Key: { } name })
        {
            return InputErrors.Problem(name, "Given twice.");
        }

        return MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.Charset.HasValue && !IsUtf8(type)
            ? RejectionProblems.Problem(RejectionCode.InvalidRequest, "Send the body in UTF-8.", StatusCodes.Status415UnsupportedMediaType)
            : null;
    }

    private static bool IsUtf8(MediaTypeHeaderValue type) =>
        HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
