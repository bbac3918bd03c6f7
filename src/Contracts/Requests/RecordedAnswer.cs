namespace Wuying.Contracts.Requests;

/// <summary>An answer as it was first given.</summary>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="ContentType">The media type of the body; null without one.</param>
/// <param name="Location">The Location header; null without one.</param>
/// <param name="Body">The bytes of the body.</param>
[GenerateSerializer, Immutable, Alias("wuying.recorded-answer")]
public sealed record RecordedAnswer(
    [property: Id(0)] int StatusCode,
    [property: Id(1)] string? ContentType,
    [property: Id(2)] string? Location,
    [property: Id(3)] byte[] Body);
