using System.ComponentModel.DataAnnotations;

namespace Wuying.Storage.Events;

/// <summary>How long events are kept.</summary>
public sealed class EventRetentionOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string SectionName = "Events";

    /// <summary>
    /// Events that are so many days older than the store's youngest one are removed, on the fleet's clock: a fleet in which nothing
    /// happens forgets nothing, and neither does one whose clock stands still. The newest event always stays.
    /// </summary>
    /// <value>All are kept unless set; from 1 to 36,500.</value>
    [Range(1, 36_500)]
    public int? RetentionDays { get; set; }
}
