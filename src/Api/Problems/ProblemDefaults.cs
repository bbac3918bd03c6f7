using System.Diagnostics;
using System.Text.Json;
using Wuying.Api.Hosting;
using Wuying.Domain.Decisions;

namespace Wuying.Api.Problems;

/// <summary>Completes problems that the framework writes by itself (no such route, wrong method, attributes' validation), so that all look alike.</summary>
internal static class ProblemDefaults
{
    /// <summary>Gives a problem its code, type, title and trace.</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        problem.Extensions["traceId"] = Activity.Current?.Id ?? context.HttpContext.TraceIdentifier;
        if (problem is HttpValidationProblemDetails validation)
        {
            UseJsonNames(validation);
        }

        if (problem.Extensions.ContainsKey("code"))
        {
            return;
        }

        var status = problem.Status ?? context.HttpContext.Response.StatusCode;
        var code = status >= StatusCodes.Status500InternalServerError ? RejectionCode.OutcomeUnknown : RejectionCode.InvalidRequest;
        problem.Extensions["code"] = code.ToString();
        problem.Type = RejectionProblems.Of(code).Type;
        problem.Title = TitleOf(status, code);
        problem.Detail ??= DetailOf(status, context.HttpContext.Request);
    }

    private static void UseJsonNames(HttpValidationProblemDetails validation)
    {
        foreach (var (field, messages) in validation.Errors.ToArray())
        {
            validation.Errors.Remove(field);
            validation.Errors[string.Join('.', field.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName))] = messages;
        }

        validation.Detail ??= string.Join(' ', validation.Errors.SelectMany(pair => pair.Value));
    }

    private static string TitleOf(int status, RejectionCode code) => status switch
    {
        StatusCodes.Status404NotFound => "There is nothing at this address.",
        StatusCodes.Status405MethodNotAllowed => "The address does not take this method.",
        StatusCodes.Status413PayloadTooLarge => "The request is too large.",
        StatusCodes.Status415UnsupportedMediaType => "The request's content type is not taken here.",
        StatusCodes.Status503ServiceUnavailable => "The service is not ready.",
        _ => RejectionProblems.Of(code).Title,
    };

    private static string DetailOf(int status, HttpRequest request) => status switch
    {
        StatusCodes.Status404NotFound => $"No route is {Shown(request)}. See /docs.",
        StatusCodes.Status405MethodNotAllowed => $"{Shown(request)} does not take {request.Method}. See /docs.",
        StatusCodes.Status415UnsupportedMediaType => "Send the body as application/json.",
        StatusCodes.Status413PayloadTooLarge => "The body is larger than this address takes.",
        _ => "The request could not be answered. See /docs.",
    };

    private static string Shown(HttpRequest request) => RouteIds.Shorten(request.Path.Value ?? "");
}
