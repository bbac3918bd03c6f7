namespace Wuying.Domain.EndUsers;

/// <summary>What is known of an end user beyond their computers and notifications.</summary>
/// <param name="Id">Names the user.</param>
/// <param name="SeenThrough">The sequence number of the last notification that a log-on has shown; 0 before the first.</param>
[GenerateSerializer, Immutable, Alias("wuying.end-user")]
public sealed record EndUser(
    [property: Id(0)] UserId Id,
    [property: Id(1)] long SeenThrough);
