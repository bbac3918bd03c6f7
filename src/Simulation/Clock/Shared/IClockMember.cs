using Orleans.Services;

namespace Wuying.Simulation.Clock.Shared;

/// <summary>A silo's part of the shared clock. Called by the <see cref="ClockConductor"/>; a term that is over moves nothing.</summary>
[Alias("wuying.IClockMember")]
internal interface IClockMember : IGrainService
{
    /// <summary>Reads the clock; whoever led it in an earlier term does so no more.</summary>
    [Alias("read")]
    Task<ClockReading> ReadAsync(long term);

    /// <summary>Shows an instant, or the earliest at which something is due here; nothing is done about that yet. Stands still while work is under way.</summary>
    [Alias("show")]
    Task<ClockReading> ShowAsync(long term, DateTimeOffset instant);

    /// <summary>Does what is due by an instant, and answers when it has settled.</summary>
    [Alias("settle")]
    Task<ClockReading> SettleAsync(long term, DateTimeOffset instant);
}
