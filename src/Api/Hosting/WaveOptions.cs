using System.ComponentModel.DataAnnotations;

namespace Wuying.Api.Hosting;

/// <summary>How many computers the Api asks at the same time.</summary>
public sealed class WaveOptions
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string SectionName = "Waves";

    /// <summary>Computers of one bulk request that are asked at the same time.</summary>
    /// <value>200 unless set; from 1 to 1,000.</value>
    [Range(1, 1_000)]
    public int UpdateWaveSize { get; set; } = 200;

    /// <summary>Rows of an import that are sent at the same time.</summary>
    /// <value>500 unless set; from 1 to 5,000.</value>
    [Range(1, 5_000)]
    public int ImportWaveSize { get; set; } = 500;
}
