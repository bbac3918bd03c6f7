namespace Wuying.Contracts.Answers;

/// <summary>Whether a command took effect.</summary>
public enum AnswerOutcome
{
    /// <summary>Never used.</summary>
    Unspecified = 0,
    /// <summary>It did.</summary>
    Accepted = 1,
    /// <summary>It did, in the place of an older one (R21).</summary>
    Replaced = 2,
    /// <summary>Its goal was met already (R32).</summary>
    Unchanged = 3,
    /// <summary>It was refused.</summary>
    Rejected = 4,
}
