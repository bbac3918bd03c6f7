using Wuying.Domain.Decisions;

namespace Wuying.Api.Fleet.Import;

/// <summary>Why a row was not taken.</summary>
/// <param name="Line">The line of the body on which the row begins, from 1.</param>
/// <param name="Index">The row's place among all rows of a JSON document, from 1; null for NDJSON.</param>
/// <param name="Id">The computer or image, as far as it could be read.</param>
/// <param name="Code">The code.</param>
/// <param name="Message">The same in a sentence.</param>
public sealed record ImportError(long Line, long? Index, string? Id, RejectionCode Code, string Message);
