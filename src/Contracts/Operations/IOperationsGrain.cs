using Orleans.Concurrency;
using Wuying.Domain.CloudComputers;

namespace Wuying.Contracts.Operations;

/// <summary>Looks after the operations of one shard outside the windows: immediate updates, power, snapshots, image updates (R28). Key: <see cref="OperationsKey"/>. Has a reminder only while there is work.</summary>
[Alias("wuying.IOperationsGrain")]
public interface IOperationsGrain : IGrainWithStringKey
{
    /// <summary>Sees to it that a computer is looked at on the next tick. Called before the operation is saved, so that a crash after that leaves nobody forgotten.</summary>
    [Alias("expect-computer"), AlwaysInterleave]
    Task ExpectAsync(CloudComputerId computer);

    /// <summary>Sees to it that the shard ticks while it has work.</summary>
    [Alias("ensure-awake"), AlwaysInterleave]
    Task EnsureAwakeAsync();
}
