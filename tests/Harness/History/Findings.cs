namespace Wuying.Harness.History;

/// <summary>What a history breaks, as the watches find it.</summary>
internal sealed class Findings
{
    private readonly List<Violation> _violations = [];

    public IReadOnlyList<Violation> Violations => _violations;

    /// <summary>The event being looked at.</summary>
    public long Sequence { get; set; }

    /// <summary>Notes a violation unless something holds.</summary>
    public void Expect(bool holds, string rule, string what)
    {
        if (!holds)
        {
            _violations.Add(new Violation(rule, Sequence, what));
        }
    }
}
