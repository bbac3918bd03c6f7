using Orleans.Services;

namespace Wuying.Simulation.Clock.Shared;

/// <summary>A silo's part of the shared clock. Called by the <see cref="ClockConductor"/>; a term that is over moves nothing.</summary>
[Alias("wuying.IClockMember")]
internal interface IClockMember : IGrainService
{
    /// <summary>Reads the clock once the work under way has settled, so that what it brought is known. Whoever led the clock in an earlier term does so no more.</summary>
    [Alias("read")]
    Task<ClockReading> ReadAsync(long term);

    /// <summary>Shows an instant, or the earliest at which something is due here, once the work under way has settled; nothing is done about what is due yet.</summary>
    [Alias("show")]
    Task<ClockReading> ShowAsync(long term, DateTimeOffset instant);

    /// <summary>Does what is due by an instant, and answers when it has settled.</summary>
    [Alias("settle")]
    Task<ClockReading> SettleAsync(long term, DateTimeOffset instant);
}
