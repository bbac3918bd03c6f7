using System.Runtime.CompilerServices;

namespace Wuying.LoadTester.Invariants;

/// <summary>What a history breaks, as the watches find it.</summary>
internal sealed class Findings
{
    /// <summary>The most that are kept; a service that breaks a rule at every event is found out by the first ones.</summary>
    private const int KeptMax = 10_000;

    private readonly List<Violation> _violations = [];

    /// <summary>The first of them.</summary>
    public IReadOnlyList<Violation> Violations => _violations;

    /// <summary>How many there are.</summary>
    public long Total { get; private set; }

    /// <summary>The event being looked at; 0 when it is the end.</summary>
    public long Sequence { get; set; }

    /// <summary>Notes a violation unless something holds.</summary>
    /// <param name="holds">What should be true.</param>
    /// <param name="rule">The rule that says so.</param>
    /// <param name="what">What is wrong; put together only if it is.</param>
    /// <param name="also">Events that prove it, besides the one being looked at; 0 for none.</param>
    public void Expect(
        bool holds, string rule, [InterpolatedStringHandlerArgument(nameof(holds))] ref FindingText what, params ReadOnlySpan<long> also)
    {
        if (!holds)
        {
            Add(rule, what.ToString(), also);
        }
    }

    private void Add(string rule, string what, ReadOnlySpan<long> also)
    {
        Total++;
        if (_violations.Count < KeptMax)
        {
            var sequences = new SortedSet<long> { Sequence };
            sequences.UnionWith(also.ToArray());
            _violations.Add(new Violation(rule, what, [.. sequences.Where(sequence => sequence > 0)]));
        }
    }
}
