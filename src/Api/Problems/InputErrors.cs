using Microsoft.AspNetCore.Http.HttpResults;
using Wuying.Domain.Decisions;

namespace Wuying.Api.Problems;

/// <summary>What is wrong with a request, gathered by field, so that a caller learns of all mistakes at once.</summary>
internal sealed class InputErrors
{
    private readonly Dictionary<string, string[]> _byField = new(StringComparer.Ordinal);

    /// <summary>True while nothing is wrong.</summary>
    public bool IsEmpty => _byField.Count == 0;

    /// <summary>One mistake and nothing else.</summary>
    public static ProblemHttpResult Problem(string field, string message)
    {
        var errors = new InputErrors();
        errors.Add(field, message);
        return errors.ToProblem();
    }

    /// <summary>Notes a mistake.</summary>
    public void Add(string field, string message) =>
        _byField[field] = _byField.TryGetValue(field, out var earlier) ? [.. earlier, message] : [message];

    /// <summary>The answer.</summary>
    public ProblemHttpResult ToProblem() => RejectionProblems.Problem(
        RejectionCode.InvalidRequest,
        string.Join(' ', _byField.Select(pair => $"{pair.Key}: {string.Join(' ', pair.Value)}")),
        errors: _byField);
}
