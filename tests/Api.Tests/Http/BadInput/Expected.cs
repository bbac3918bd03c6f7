namespace Wuying.Api.Tests.Http.BadInput;

/// <summary>What may be answered to an input.</summary>
/// <param name="Words">For people.</param>
/// <param name="Allows">By status.</param>
internal sealed record Expected(string Words, Func<int, bool> Allows)
{
    /// <summary>Nobody can say that it is wrong; it must not break anything.</summary>
    public static readonly Expected NoFailure = new("no failure", status => status < 500);

    /// <summary>It is wrong, whichever check finds it first.</summary>
    public static readonly Expected Refusal = new("a refusal", status => status is >= 400 and < 500);

    /// <summary>One of these.</summary>
    public static Expected Status(params int[] statuses) => new(string.Join(" or ", statuses), statuses.Contains);
}
