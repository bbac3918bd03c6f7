using Wuying.Domain.Quotas;

namespace Wuying.Storage.States;

/// <summary>A day's quota as it stands in its tables.</summary>
/// <param name="Version">Counts the writes.</param>
/// <param name="Ledger">The limit, and who holds a place.</param>
internal sealed record QuotaRow(long Version, QuotaLedger Ledger);
