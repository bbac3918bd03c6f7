using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.WebUtilities;
using Wuying.Api.Ecd.Errors;

namespace Wuying.Api.Ecd.Protocol;

/// <summary>Parameters of a call by name, in ordinal order.</summary>
internal sealed class EcdParameters
{
    /// <summary>The most parameters of one call.</summary>
    public const int CountMax = 2_000;

    private readonly SortedDictionary<string, string> _values = new(StringComparer.Ordinal);

    private EcdParameters()
    {
    }

    /// <summary>All of them.</summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    /// <summary>Reads a query, or a form, which is written the same way.</summary>
    public static bool TryParse(string text, out EcdParameters parameters, [NotNullWhen(false)] out EcdError? error)
    {
        parameters = new EcdParameters();
        error = null;
        foreach (var pair in new QueryStringEnumerable(text))
        {
            error ??= parameters.Add(pair.DecodeName().ToString(), pair.DecodeValue().ToString());
        }

        return error is null;
    }

    /// <summary>Those of the query and those of the body together.</summary>
    public static bool TryMerge(EcdParameters query, EcdParameters form, out EcdParameters merged, [NotNullWhen(false)] out EcdError? error)
    {
        merged = new EcdParameters();
        error = null;
        foreach (var (name, value) in query._values.Concat(form._values))
        {
            error ??= merged.Add(name, value);
        }

        return error is null;
    }

    /// <summary>A parameter's value; null when it is not there.</summary>
    public string? Find(string name) => _values.GetValueOrDefault(name);

    // Which of two values would be meant, and which was signed?
    private EcdError? Add(string name, string value) => _values.Count >= CountMax
        ? GatewayErrors.Invalid(name, $"at most {CountMax} parameters are taken.")
        : _values.TryAdd(name, value) ? null : GatewayErrors.Invalid(name, "it is given twice.");
}
