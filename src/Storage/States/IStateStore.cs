using Wuying.Contracts.Quotas;
using Wuying.Storage.GroupCommit;

namespace Wuying.Storage.States;

/// <summary>What the grain storage needs of a database.</summary>
internal interface IStateStore
{
    /// <summary>Writes, together with what else waits.</summary>
    /// <returns>Done when durable.</returns>
    Task WriteAsync(QueuedWrite write);

    /// <summary>Reads one state, together with what else waits; null when there is no row.</summary>
    Task<StateRow?> ReadAsync(StateAddress address);

    /// <summary>Reads a day's quota; null when there is none.</summary>
    Task<QuotaRow?> ReadQuotaAsync(DailyQuotaKey day);
}
