using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;

namespace Wuying.Api.Problems;

/// <summary>Answers requests that failed behind the Api; what failed goes to the log and never to the caller.</summary>
internal sealed partial class ServiceFailureHandler(ILogger<ServiceFailureHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        var failure = ServiceFailure.Of(exception);
        RequestFailed(exception, httpContext.Request.Method, httpContext.Request.Path, failure.Status);
        if (failure.RetryAfterSeconds is { } seconds)
        {
            httpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        await RejectionProblems.Problem(ServiceFailure.Code, failure.Detail, failure.Status).ExecuteAsync(httpContext);
        return true;
    }

    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed and was answered {Status}.")]
    private partial void RequestFailed(Exception exception, string method, PathString path, int status);
}
