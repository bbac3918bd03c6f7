namespace Wuying.Api.Requests;

/// <summary>Marks an endpoint that takes no idempotency key: repeating it does no harm, and its answer is not to be kept.</summary>
internal sealed class UnrecordedRequest
{
    /// <summary>The mark.</summary>
    public static readonly UnrecordedRequest Mark = new();

    private UnrecordedRequest()
    {
    }
}
