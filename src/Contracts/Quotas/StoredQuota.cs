using System.Collections.Immutable;
using Wuying.Domain.Quotas;
using Wuying.Domain.Updates;

namespace Wuying.Contracts.Quotas;

/// <summary>A day's ledger on its way to and from the store. The store keeps one row a place, so a write costs what it changes and not what the day has grown to.</summary>
public sealed class StoredQuota
{
    /// <summary>The ledger; null before the first write.</summary>
    public QuotaLedger? Current { get; set; }

    /// <summary>Places that the next write adds. The store clears it once the write is durable.</summary>
    public ImmutableArray<UpdateId> Granted { get; set; } = [];

    /// <summary>Places that the next write removes. The store clears it once the write is durable.</summary>
    public ImmutableArray<UpdateId> Released { get; set; } = [];
}
