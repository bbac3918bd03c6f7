using System.ComponentModel.DataAnnotations;

namespace Wuying.Api.Updates;

/// <summary>Asks for updates of computers: named ones, or all that a filter finds.</summary>
public sealed record UpdatesRequest : ManyComputersRequest
{
    /// <summary>The target, or <c>latest</c>.</summary>
    [Required, StringLength(64, MinimumLength = 1)]
    public required string Version { get; init; }

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
