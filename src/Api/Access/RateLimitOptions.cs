using System.ComponentModel.DataAnnotations;

namespace Wuying.Api.Access;

/// <summary>How many requests the holder of one access key may make. Each Api counts for itself.</summary>
public sealed class RateLimitOptions
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string SectionName = "RateLimits";

    /// <summary>Requests a minute and key, in the long run.</summary>
    /// <value>12,000 unless set; 0 for no limit; to 10,000,000.</value>
    [Range(0, 10_000_000)]
    public int RequestsPerMinute { get; set; } = 12_000;

    /// <summary>Requests that a key may make at once after it was quiet.</summary>
    /// <value>1,000 unless set; from 1 to 1,000,000.</value>
    [Range(1, 1_000_000)]
    public int Burst { get; set; } = 1_000;

    /// <summary>Whether the same holds for whoever is at this machine while there are no keys.</summary>
    /// <value>False unless set.</value>
    public bool LimitLocal { get; set; }
}
