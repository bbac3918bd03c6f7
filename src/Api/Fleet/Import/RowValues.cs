using Wuying.Api.Json;
using Wuying.Api.Problems;
using Wuying.Domain.Decisions;

namespace Wuying.Api.Fleet.Import;

/// <summary>Values of rows that passed <see cref="RowChecks"/>.</summary>
internal static class RowValues
{
    public static DateTimeOffset Instant(string? text) => InstantConverter.TryParse(text, out var instant)
        ? instant
        : throw new InvalidOperationException($"{text} was not checked.");

    public static DateTimeOffset? InstantOrNull(string? text) => text is null ? null : Instant(text);

    public static T Word<T>(string? word)
        where T : struct, Enum => Words<T>.TryRead(word ?? string.Empty, out var value) ? value : default;

    public static RejectionCode? Reason(string? name) => name is not null && RejectionCodes.TryRead(name, out var reason) ? reason : null;
}
