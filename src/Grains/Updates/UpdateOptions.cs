using System.ComponentModel.DataAnnotations;

namespace Wuying.Grains.Updates;

/// <summary>How nights are run.</summary>
public sealed class UpdateOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string SectionName = "Updates";

    /// <summary>How often a computer that could not start is looked at again during the window (R20). Shorter finds gaps between sessions sooner and asks the store more often.</summary>
    /// <value>Five minutes unless set; from one minute to one hour.</value>
    [Range(typeof(TimeSpan), "00:01:00", "01:00:00")]
    public TimeSpan ConnectionCheckInterval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How many computers one shard calls at the same time.</summary>
    /// <value>500 unless set; from 1 to 5,000.</value>
    [Range(1, 5_000)]
    public int WaveSize { get; set; } = 500;
}
