using Wuying.Contracts.Answers;
using Wuying.Domain.Decisions;

namespace Wuying.Api.Updates;

/// <summary>What came of a bulk request for one computer.</summary>
/// <param name="ComputerId">The computer.</param>
/// <param name="Outcome">Whether it took effect; null while the computer has not been asked yet.</param>
/// <param name="Code">Why not; null unless rejected.</param>
/// <param name="Message">The same in a sentence.</param>
public sealed record BulkAnswerResponse(string ComputerId, AnswerOutcome? Outcome, RejectionCode? Code, string? Message);
