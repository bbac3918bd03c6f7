using System.Collections.Immutable;
using Orleans.Concurrency;
using Wuying.Contracts.Answers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;

namespace Wuying.Contracts.Regions;

/// <summary>One region: settings, catalogue, push state. Key: its id. Called by the Api; tells the quotas of coming days when the limit changes.</summary>
[Alias("wuying.IRegionGrain")]
public interface IRegionGrain : IGrainWithStringKey
{
    /// <summary>The region; null when the store does not have it.</summary>
    [Alias("get"), ReadOnly, AlwaysInterleave]
    Task<Region?> GetAsync();

    /// <summary>Adds the region if it is one of the product's; unchanged when it is there.</summary>
    [Alias("ensure")]
    Task<Answer> EnsureAsync(string requestedBy);

    /// <summary>Takes in settings, catalogue and pushes as an import tells them; the same again is unchanged.</summary>
    [Alias("import")]
    Task<Answer> ImportAsync(Region told, string requestedBy);

    /// <summary>Changes settings; null leaves one as it is (R1).</summary>
    [Alias("change")]
    Task<Answer> ChangeAsync(bool? automaticPush, int? dailyUpdateQuota, string requestedBy);

    /// <summary>Starts the push of a version by hand (R6). A push to the whole region goes on as a bulk operation; named computers are then offered it by the caller.</summary>
    [Alias("start-push")]
    Task<PushAnswer> StartPushAsync(ImageVersion version, PushScope scope, string requestId, string requestedBy);

    /// <summary>Stops the push of a version (R7), likewise.</summary>
    [Alias("stop-push")]
    Task<PushAnswer> StopPushAsync(ImageVersion version, PushScope scope, string requestId, string requestedBy);

    /// <summary>True while an order to push still stands. Asked by a computer in the turn that takes the offer, so that a stopped push offers nothing more.</summary>
    [Alias("shows"), ReadOnly, AlwaysInterleave]
    Task<bool> ShowsAsync(ImageVersion version, int pushNumber);

    /// <summary>What a computer that is free only now may be offered, the newest first.</summary>
    [Alias("standing-offers"), ReadOnly, AlwaysInterleave]
    Task<ImmutableArray<UpdateOffer>> ListStandingOffersAsync();

    /// <summary>Hands the latest order over to its bulk operation, should a crash have come in between.</summary>
    [Alias("continue-push")]
    Task ContinuePushAsync();

    /// <summary>Publishes a version (R2).</summary>
    [Alias("publish")]
    Task<Answer> PublishAsync(
        ImageVersion version, long packageSizeBytes, ImmutableSortedDictionary<string, string> releaseNotes, string requestedBy);
}
