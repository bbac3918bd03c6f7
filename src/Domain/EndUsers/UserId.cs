namespace Wuying.Domain.EndUsers;

/// <summary>Names an end user.</summary>
[GenerateSerializer, Immutable, Alias("wuying.user-id")]
public readonly record struct UserId([property: Id(0)] string Value)
{
    /// <summary>The id as it is written everywhere.</summary>
    public override string ToString() => Value;
}
