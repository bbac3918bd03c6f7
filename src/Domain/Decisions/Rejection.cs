namespace Wuying.Domain.Decisions;

/// <summary>An expected refusal: a value, not an exception.</summary>
/// <param name="Code">One of the closed list.</param>
/// <param name="Message">A sentence for people: what stands against it and, where there is one, what to do.</param>
[GenerateSerializer, Immutable, Alias("wuying.rejection")]
public sealed record Rejection(
    [property: Id(0)] RejectionCode Code,
    [property: Id(1)] string Message);
