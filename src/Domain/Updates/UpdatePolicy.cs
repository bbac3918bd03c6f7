namespace Wuying.Domain.Updates;

/// <summary>What an operator may tune of a night (R20).</summary>
/// <param name="ConnectionCheckInterval">How often a computer that could not start is looked at again, and a failed snapshot retried.</param>
public sealed record UpdatePolicy(TimeSpan ConnectionCheckInterval)
{
    /// <summary>Checks every five minutes.</summary>
    public static readonly UpdatePolicy Default = new(TimeSpan.FromMinutes(5));
}
