using System.Globalization;
using Wuying.Api.Hosting;
using Wuying.Api.Problems;
using Wuying.Contracts.Requests;
using Wuying.Domain.Decisions;

namespace Wuying.Api.Requests;

/// <summary>Gives the first answer again to a write that comes twice with the same key (R32). Stands outside the handlers of exceptions, so that it sees the answer as the caller does.</summary>
internal sealed partial class IdempotencyMiddleware(RequestDelegate next, Cluster cluster, ILogger<IdempotencyMiddleware> logger)
{
    /// <summary>Says that an answer was given before.</summary>
    public const string ReplayedHeader = "Idempotency-Replayed";

    private const int KeyLengthMax = 128;

    public async Task InvokeAsync(HttpContext context)
    {
        if (!IsWrite(context) || !context.Request.Headers.TryGetValue(RequestIdentity.KeyHeader, out var header))
        {
            await next(context);
            return;
        }

        var key = header.ToString();
        if (!IsKey(key))
        {
            await InputErrors.Problem(RequestIdentity.KeyHeader, $"1 to {KeyLengthMax} visible ASCII characters.").ExecuteAsync(context);
            return;
        }

        var recordKey = $"{context.RequestedBy()}/{key}";
        var record = cluster.RecordedRequest(recordKey);
        var known = await record.BeginAsync(await RequestFingerprint.OfAsync(context));
        await (known.State switch
        {
            RecordedRequestState.GoAhead when known.Nonce is { } nonce => CarryOutAsync(context, record, new KeyedRequest(recordKey, nonce)),
            RecordedRequestState.Answered when known.Answer is { } answer => ReplayAsync(context.Response, answer),
            RecordedRequestState.InProgress => RefuseForNowAsync(context),
            RecordedRequestState.Mismatch =>
                InputErrors.Problem(RequestIdentity.KeyHeader, "This key was used for another request.").ExecuteAsync(context),
            var state => throw new InvalidOperationException($"A recorded request cannot be {state} here."),
        });
    }

    private static bool IsWrite(HttpContext context) =>
        context.Request is { Method: var method, Path: var path }
        && (HttpMethods.IsPost(method) || HttpMethods.IsPatch(method) || HttpMethods.IsDelete(method))
        && path.StartsWithSegments("/api/v1", StringComparison.Ordinal)
        && context.GetEndpoint()?.Metadata.GetMetadata<UnrecordedRequest>() is null;

    private static bool IsKey(string key) => key.Length is > 0 and <= KeyLengthMax && key.All(character => character is > ' ' and <= '~');

    private static Task RefuseForNowAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = 1.ToString(CultureInfo.InvariantCulture);
        return RejectionProblems.Problem(
            RejectionCode.InvalidRequest,
            "A request with this Idempotency-Key is being carried out; repeat it shortly for its answer.",
            StatusCodes.Status409Conflict).ExecuteAsync(context);
    }

    private static async Task ReplayAsync(HttpResponse response, RecordedAnswer answer)
    {
        response.StatusCode = answer.StatusCode;
        response.ContentType = answer.ContentType;
        response.Headers[ReplayedHeader] = "true";
        if (answer.Location is { } location)
        {
            response.Headers.Location = location;
        }

        await WriteAsync(response.HttpContext, answer.Body);
    }

    // Even nothing must not be written to an answer that has no body (204): the connection would be closed after it.
    private static async Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        if (body.Length > 0)
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
    }

    private async Task CarryOutAsync(HttpContext context, IRecordedRequestGrain record, KeyedRequest keyed)
    {
        context.Features.Set(keyed);
        var original = context.Response.Body;
        using var body = new MemoryStream();
        context.Response.Body = body;
        try
        {
            await next(context);
        }
        catch
        {
            await record.AbandonAsync();
            throw;
        }
        finally
        {
            context.Response.Body = original;
        }

        var answer = body.ToArray();
        await KeepAsync(context, answer, record);
        await WriteAsync(context, answer);
    }

    // The work is done by now: whatever happens to the record, the caller gets the answer.
    private async Task KeepAsync(HttpContext context, byte[] body, IRecordedRequestGrain record)
    {
        try
        {
            var response = context.Response;
            var isUnsettled = response.StatusCode is >= StatusCodes.Status500InternalServerError or StatusCodes.Status499ClientClosedRequest
                || context.Features.Get<UnsettledAnswer>() is not null;
            var location = response.Headers.Location.ToString();
            await (isUnsettled
                ? record.AbandonAsync()
                : record.CompleteAsync(new RecordedAnswer(response.StatusCode, response.ContentType, location.Length == 0 ? null : location, body)));
        }
        catch (Exception exception)
        {
            AnswerNotKept(exception);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The answer to a request with an idempotency key could not be kept.")]
    private partial void AnswerNotKept(Exception exception);
}
