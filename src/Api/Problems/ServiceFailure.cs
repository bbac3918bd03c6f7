using System.Data.Common;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Orleans.Runtime.Messaging;
using Orleans.Storage;
using Wuying.Domain.Decisions;

namespace Wuying.Api.Problems;

/// <summary>What an exception from behind the Api means to a caller. The exception's own words are never shown.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Detail">What to do.</param>
/// <param name="RetryAfterSeconds">When to ask again; null when that is not the cure.</param>
internal sealed record ServiceFailure(int Status, string Detail, int? RetryAfterSeconds)
{
    /// <summary>All of these are safe to repeat.</summary>
    public const RejectionCode Code = RejectionCode.OutcomeUnknown;

    // Somebody has to make room first.
    private const int StoreRetryAfterSeconds = 30;

    /// <summary>Judges an exception; one that nobody knows is judged by what it wraps, as Orleans wraps the store's.</summary>
    public static ServiceFailure Of(Exception exception) => exception switch
    {
        TimeoutException => new(
            StatusCodes.Status504GatewayTimeout,
            "No answer came in time; the request may have taken effect. Repeat it with the same Idempotency-Key.",
            null),
        SiloUnavailableException or OrleansMessageRejectionException or ClientNotAvailableException or GatewayTooBusyException or ConnectionFailedException
            or ConnectionResetException or SocketException or OperationCanceledException or InconsistentStateException or DbException => new(
            StatusCodes.Status503ServiceUnavailable,
            "The service cannot work at the moment. Repeat the request with the same Idempotency-Key.",
            2),
        IOException => new(
            StatusCodes.Status503ServiceUnavailable,
            "The store cannot be written to: its disk is full, broken or not to be reached. Repeat the request with the same Idempotency-Key once that is mended.",
            StoreRetryAfterSeconds),
        { InnerException: { } inner } => Of(inner),
        _ => new(
            StatusCodes.Status500InternalServerError,
            "Something unexpected went wrong. Repeat the request with the same Idempotency-Key, or report the traceId.",
            null),
    };
}
