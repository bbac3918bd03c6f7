using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Wuying.Domain.Decisions;

/// <summary>What a rule says: facts to record, nothing to do, or a refusal.</summary>
/// <typeparam name="TEvent">The facts of the thing decided about.</typeparam>
public sealed class Decision<TEvent>
{
    private Decision(ImmutableArray<TEvent> events, Rejection? rejection)
    {
        Events = events;
        Rejection = rejection;
    }

    /// <summary>The goal is already met: success without a change (R32).</summary>
    public static Decision<TEvent> Unchanged { get; } = new([], null);

    /// <summary>The facts that follow, in order; empty when unchanged or refused.</summary>
    public ImmutableArray<TEvent> Events { get; }

    /// <summary>The refusal, or null.</summary>
    public Rejection? Rejection { get; }

    /// <summary>True when the rule refuses.</summary>
    [MemberNotNullWhen(true, nameof(Rejection))]
    public bool IsRejected => Rejection is not null;

    /// <summary>True when there is something to record.</summary>
    public bool IsAccepted => Events.Length > 0;

    /// <summary>The rule allows it, and these facts follow.</summary>
    public static Decision<TEvent> Accept(params ImmutableArray<TEvent> events) => new(events, null);

    /// <summary>The rule refuses it.</summary>
    public static Decision<TEvent> Reject(RejectionCode code, string message) => new([], new Rejection(code, message));

    /// <summary>The rule refuses it.</summary>
    public static Decision<TEvent> Reject(Rejection rejection) => new([], rejection);
}
