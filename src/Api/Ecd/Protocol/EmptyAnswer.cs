namespace Wuying.Api.Ecd.Protocol;

/// <summary>The answer that says no more than that the call was taken.</summary>
internal sealed record EmptyAnswer
{
    public static readonly EmptyAnswer Done = new();
}
