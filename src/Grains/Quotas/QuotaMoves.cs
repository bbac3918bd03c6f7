using Wuying.Domain.CloudComputers;
using Wuying.Domain.Updates;

namespace Wuying.Grains.Quotas;

/// <summary>What a change of a computer means for the daily quotas: a place to take before it is saved, and one to give back after (R17, R21, R22).</summary>
/// <param name="Reserve">To take; the change is refused without it.</param>
/// <param name="Release">To give back.</param>
internal readonly record struct QuotaMoves(QuotaReservation? Reserve, QuotaReservation? Release)
{
    public static QuotaMoves Between(CloudComputer? before, CloudComputer after)
    {
        var held = before?.PendingUpdate?.Reservation;
        var wanted = after.PendingUpdate?.Reservation;
        var isSame = after.PendingUpdate is { } pending && pending.UpdateId == before?.PendingUpdate?.UpdateId;
        var endedUnused = after.LastUpdate is { Outcome: UpdateOutcome.Cancelled or UpdateOutcome.Superseded } last
            && last.UpdateId == before?.PendingUpdate?.UpdateId;
        return new(
            Reserve: wanted != held ? wanted : null,
            Release: (endedUnused || isSame) && wanted != held ? held : null);
    }
}
