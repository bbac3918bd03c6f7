using System.ComponentModel.DataAnnotations;

namespace Wuying.Api.Updates;

/// <summary>Asks for updates of computers: named ones, or all that a filter finds.</summary>
public sealed record UpdatesRequest
{
    /// <summary>The most computers that one request names.</summary>
    public const int ComputersMax = 1_000;

    /// <summary>The target, or <c>latest</c>.</summary>
    [Required, StringLength(64, MinimumLength = 1)]
    public required string Version { get; init; }

    /// <summary>1 to 1,000 computers; each gets its answer at once.</summary>
    [MaxLength(ComputersMax), MinLength(1)]
    public IReadOnlyList<string>? ComputerIds { get; init; }

    /// <summary>Instead of <c>computerIds</c>: the set found is frozen, and an operation works on it.</summary>
    public FleetFilterRequest? Filter { get; init; }

    /// <summary><c>scheduled</c> or <c>immediate</c>.</summary>
    [Required, AllowedValues("scheduled", "immediate", ErrorMessage = "One of scheduled, immediate.")]
    public required string Method { get; init; }

    /// <summary>The picked day; scheduled only.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>3 or 6 hours before the window; scheduled only, 3 unless given (R18).</summary>
    public int? SnapshotLeadHours { get; init; }

    /// <summary>Whether a snapshot is taken first; immediate only, true unless given (R14).</summary>
    public bool? SnapshotFirst { get; init; }
}
