namespace Wuying.Api.Requests;

/// <summary>Marks an answer that says of some things that their outcome is unknown: it is not kept under the idempotency key, so that a repetition asks again. A feature of the request's context.</summary>
internal sealed class UnsettledAnswer
{
    /// <summary>The mark.</summary>
    public static readonly UnsettledAnswer Mark = new();

    private UnsettledAnswer()
    {
    }
}
