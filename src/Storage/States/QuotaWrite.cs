using System.Collections.Immutable;
using Wuying.Contracts.Quotas;
using Wuying.Domain.Updates;

namespace Wuying.Storage.States;

/// <summary>Writes what changed in a day's quota: the limit, places granted, places given back.</summary>
/// <param name="day">Which.</param>
/// <param name="expected">The version known; null when there was no row.</param>
internal sealed class QuotaWrite(DailyQuotaKey day, long? expected) : VersionedWrite($"q/{day}", expected)
{
    /// <summary>Which day of which region.</summary>
    public DailyQuotaKey Day { get; } = day;

    /// <summary>The day's limit.</summary>
    public required int Limit { get; init; }

    /// <summary>Places to add.</summary>
    public required ImmutableArray<UpdateId> Granted { get; init; }

    /// <summary>Places to remove.</summary>
    public required ImmutableArray<UpdateId> Released { get; init; }
}
