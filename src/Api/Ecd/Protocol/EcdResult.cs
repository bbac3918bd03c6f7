using System.Diagnostics.CodeAnalysis;
using Wuying.Api.Ecd.Errors;

namespace Wuying.Api.Ecd.Protocol;

/// <summary>What came of a call: an answer or an error.</summary>
/// <typeparam name="TAnswer">What the action answers.</typeparam>
internal sealed class EcdResult<TAnswer>
    where TAnswer : class
{
    private EcdResult(TAnswer? answer, EcdError? error) => (Answer, Error) = (answer, error);

    public TAnswer? Answer { get; }

    public EcdError? Error { get; }

    /// <summary>True when there is no answer.</summary>
    [MemberNotNullWhen(true, nameof(Error))]
    [MemberNotNullWhen(false, nameof(Answer))]
    public bool IsError => Error is not null;

#pragma warning disable CA2225 // Handlers return the one or the other; nobody else makes results.
    public static implicit operator EcdResult<TAnswer>(TAnswer answer) => new(answer, null);

    public static implicit operator EcdResult<TAnswer>(EcdError error) => new(null, error);
#pragma warning restore CA2225
}
