using Wuying.Domain.Decisions;

namespace Wuying.Contracts.Answers;

/// <summary>What came of a command.</summary>
/// <param name="Outcome">Whether it took effect.</param>
/// <param name="Rejection">Why not; null unless rejected.</param>
[GenerateSerializer, Immutable, Alias("wuying.answer")]
public sealed record Answer(
    [property: Id(0)] AnswerOutcome Outcome,
    [property: Id(1)] Rejection? Rejection)
{
    /// <summary>It took effect.</summary>
    public static readonly Answer Accepted = new(AnswerOutcome.Accepted, null);

    /// <summary>It took effect, and something older gave way to it (R21).</summary>
    public static readonly Answer Replaced = new(AnswerOutcome.Replaced, null);

    /// <summary>Its goal was met already (R32).</summary>
    public static readonly Answer Unchanged = new(AnswerOutcome.Unchanged, null);

    /// <summary>It was refused.</summary>
    public static Answer Rejected(Rejection rejection) => new(AnswerOutcome.Rejected, rejection);

    /// <summary>It was refused.</summary>
    public static Answer Rejected(RejectionCode code, string message) => Rejected(new Rejection(code, message));
}
