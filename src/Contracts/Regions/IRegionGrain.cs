using System.Collections.Immutable;
using Orleans.Concurrency;
using Wuying.Contracts.Answers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;

namespace Wuying.Contracts.Regions;

/// <summary>One region: settings, catalogue, push state. Key: its id. Called by the Api; tells the quotas of coming days when the limit changes.</summary>
[Alias("wuying.IRegionGrain")]
public interface IRegionGrain : IGrainWithStringKey
{
    /// <summary>The region; null when the store does not have it.</summary>
    [Alias("get"), ReadOnly]
    Task<Region?> GetAsync();

    /// <summary>Adds the region if it is one of the product's; unchanged when it is there.</summary>
    [Alias("ensure")]
    Task<Answer> EnsureAsync(string requestedBy);

    /// <summary>Changes settings; null leaves one as it is (R1).</summary>
    [Alias("change")]
    Task<Answer> ChangeAsync(bool? automaticPush, int? dailyUpdateQuota, string requestedBy);

    /// <summary>Publishes a version (R2).</summary>
    [Alias("publish")]
    Task<Answer> PublishAsync(
        ImageVersion version, long packageSizeBytes, ImmutableSortedDictionary<string, string> releaseNotes, string requestedBy);
}
