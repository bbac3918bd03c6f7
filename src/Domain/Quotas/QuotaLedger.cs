using System.Collections.Immutable;
using Wuying.Domain.Updates;

namespace Wuying.Domain.Quotas;

/// <summary>One region's quota of one local day: a limit, and who holds a place (R17). Never more grants than the limit at the time of the grant.</summary>
/// <param name="Limit">How many computers may be updated that day.</param>
/// <param name="Holders">The reservations, by the update that first asked.</param>
public sealed record QuotaLedger(int Limit, ImmutableHashSet<UpdateId> Holders)
{
    /// <summary>A day on which nobody has asked yet.</summary>
    public static QuotaLedger Empty(int limit) => new(limit, []);

    /// <summary>Places taken.</summary>
    public int Reserved => Holders.Count;

    /// <summary>Places left; none when the limit was lowered below what is taken.</summary>
    public int Remaining => Math.Max(0, Limit - Reserved);

    /// <summary>True when this id may have a place: it holds one already, or there is one left. Asking twice takes one place (R32).</summary>
    public bool CanGrant(UpdateId id) => Holders.Contains(id) || Remaining > 0;

    /// <summary>The ledger with a place for this id.</summary>
    public QuotaLedger Reserve(UpdateId id) => CanGrant(id)
        ? this with { Holders = Holders.Add(id) }
        : throw new InvalidOperationException($"The quota of {Limit} is used up; {id} asked for a place without looking.");

    /// <summary>The ledger without this id's place; giving back twice is harmless.</summary>
    public QuotaLedger Release(UpdateId id) => this with { Holders = Holders.Remove(id) };

    /// <summary>The ledger with another limit. What was granted stays granted.</summary>
    public QuotaLedger WithLimit(int limit) => this with { Limit = limit };
}
