using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Wuying.Domain.Decisions;

namespace Wuying.Api.Problems;

/// <summary>Answers requests that could not even be read: broken JSON, members nobody knows, too many bytes.</summary>
internal sealed class BadRequestHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not BadHttpRequestException bad)
        {
            return false;
        }

        var problem = bad.StatusCode is StatusCodes.Status400BadRequest
            ? Unreadable(bad)
            : RejectionProblems.Problem(RejectionCode.InvalidRequest, DetailOf(bad.StatusCode), bad.StatusCode);
        await problem.ExecuteAsync(httpContext);
        return true;
    }

    private static Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult Unreadable(BadHttpRequestException bad) => bad.InnerException switch
    {
        JsonException { Path: { } path } json => InputErrors.Problem(FieldOf(path), MessageOf(json)),
        JsonException json => InputErrors.Problem("body", MessageOf(json)),
        _ => InputErrors.Problem("body", "A JSON body is needed, and parameters of the right kind."),
    };

    private static string FieldOf(string path) => path is "$" ? "body" : path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path;

    // The serializer's sentences name our types; its position and whether the member is known are all that helps a caller.
    private static string MessageOf(JsonException json) => json.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal)
        ? "No such member is known here."
        : json.LineNumber is { } line
            ? $"Cannot be read, at line {line + 1}, byte {json.BytePositionInLine + 1}: broken JSON, or a value of the wrong kind."
            : "Cannot be read: a member is missing, given twice, or of the wrong kind.";

    private static string DetailOf(int status) => status switch
    {
        StatusCodes.Status413PayloadTooLarge => "The body is larger than this address takes.",
        StatusCodes.Status415UnsupportedMediaType => "Send the body as application/json.",
        StatusCodes.Status408RequestTimeout => "The body did not arrive in time.",
        _ => "The request could not be read.",
    };
}
