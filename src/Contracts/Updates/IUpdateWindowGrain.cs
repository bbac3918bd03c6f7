using Orleans.Concurrency;
using Wuying.Domain.CloudComputers;

namespace Wuying.Contracts.Updates;

/// <summary>Opens, checks and closes one region's update window for one day and shard (R15–R20). Key: <see cref="UpdateWindowKey"/>. Keeps no list: each tick asks the fleet store what is due.</summary>
[Alias("wuying.IUpdateWindowGrain")]
public interface IUpdateWindowGrain : IGrainWithStringKey
{
    /// <summary>Sees to it that a computer's update will be looked after. Called before the update is saved, so that a crash after that leaves nobody forgotten.</summary>
    [Alias("expect-computer"), AlwaysInterleave]
    Task ExpectAsync(CloudComputerId computer);

    /// <summary>Sees to it that the night will be looked after: registers the reminder that ticks from the snapshot lead time until all is done.</summary>
    [Alias("ensure-awake"), AlwaysInterleave]
    Task EnsureAwakeAsync();
}
