namespace Wuying.Api.Problems;

/// <summary>Writes a problem to callers whose <c>Accept</c> names no JSON, as that of event streams does: one in another format than asked for helps more than none.</summary>
internal sealed class UnaskedProblemWriter : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        context.ProblemDetails.Status ??= context.HttpContext.Response.StatusCode;
        ProblemDefaults.Complete(context);
        await context.HttpContext.Response.WriteAsJsonAsync(
            context.ProblemDetails, context.ProblemDetails.GetType(), options: null, contentType: "application/problem+json");
    }
}
