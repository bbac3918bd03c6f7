using System.ComponentModel.DataAnnotations;

namespace Wuying.Api.Updates;

/// <summary>Which computers a bulk request is about: named ones, or all that a filter finds.</summary>
public abstract record ManyComputersRequest
{
    /// <summary>The most computers that one request names.</summary>
    public const int ComputersMax = 1_000;

    /// <summary>1 to 1,000 computers; each gets its answer at once.</summary>
    [MaxLength(ComputersMax), MinLength(1)]
    public IReadOnlyList<string>? ComputerIds { get; init; }

    /// <summary>Instead of <c>computerIds</c>: the set found is frozen, and an operation works on it.</summary>
    public FleetFilterRequest? Filter { get; init; }
}
