using System.Collections.Frozen;
using Wuying.Domain.Decisions;

namespace Wuying.Api.Problems;

/// <summary>The names of the closed list of reasons, as callers write them.</summary>
internal static class RejectionCodes
{
    private static readonly FrozenDictionary<string, RejectionCode> ByName = Enum.GetValues<RejectionCode>()
        .Where(code => code is not RejectionCode.Unspecified)
        .ToFrozenDictionary(code => code.ToString(), StringComparer.Ordinal);

    /// <summary>Reads a name; numbers and other spellings are none.</summary>
    public static bool TryRead(string name, out RejectionCode code) => ByName.TryGetValue(name, out code);
}
