using Orleans.Configuration;

namespace Wuying.Silo.Hosting;

/// <summary>
/// How soon a silo that has died is noticed. The work of its grains stands still until then, so: within a minute, whatever
/// happens; but a busy machine on which nothing moves for some seconds must not cost a silo its life.
/// </summary>
internal static class MembershipTuning
{
    // Probes are sent as often as they may take. Left alone, Orleans lets quick answers make it impatient (down to half of
    // this) and slow ones patient (up to four times this, which could let a dead silo go unnoticed for more than a minute).
    private static readonly TimeSpan ProbeTimeoutMin = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan ProbeTimeoutMax = TimeSpan.FromSeconds(6);

    // Four in a row: a silo that stands still for 9 s lives. One that is dead is noticed after 12 to 24 s, also when its
    // connections stay open, as they do when a machine vanishes.
    private const int MissedProbesMax = 4;

    // A silo joins once all that are said to be alive answer, or are given up. Where all have died and come back at other
    // addresses, those that are left in the table are given up when their last sign is 20 s old and they miss four probes.
    private static readonly TimeSpan HeartbeatPeriod = TimeSpan.FromSeconds(5);
    private const int MissedHeartbeatsMax = 4;

    // Changes are told around at once; reading the table is for what was not heard.
    private static readonly TimeSpan TableRefreshPeriod = TimeSpan.FromSeconds(15);

    /// <summary>Sets it.</summary>
    public static void Apply(ClusterMembershipOptions options)
    {
        options.ProbeTimeout = ProbeTimeoutMin;
        options.MinProbeTimeout = ProbeTimeoutMin;
        options.MaxProbeTimeout = ProbeTimeoutMax;
        options.NumMissedProbesLimit = MissedProbesMax;
        options.IAmAliveTablePublishTimeout = HeartbeatPeriod;
        options.NumMissedTableIAmAliveLimit = MissedHeartbeatsMax;
        options.TableRefreshTimeout = TableRefreshPeriod;
    }
}
