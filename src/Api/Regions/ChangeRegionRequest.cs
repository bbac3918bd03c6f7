using System.ComponentModel.DataAnnotations;
using Wuying.Domain.Regions;

namespace Wuying.Api.Regions;

/// <summary>Changes a region's settings; what is not given stays.</summary>
public sealed record ChangeRegionRequest
{
    /// <summary>Whether a published version is pushed by itself (R5).</summary>
    public bool? AutomaticPush { get; init; }

    /// <summary>How many computers may be updated on one local day (R17).</summary>
    [Range(0, Region.DailyUpdateQuotaMax)]
    public int? DailyUpdateQuota { get; init; }
}
