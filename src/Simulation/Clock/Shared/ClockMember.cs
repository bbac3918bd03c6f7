using Microsoft.Extensions.Logging;

namespace Wuying.Simulation.Clock.Shared;

/// <inheritdoc cref="IClockMember"/>
internal sealed class ClockMember(GrainId id, Silo silo, ILoggerFactory loggers, ClockKeeper keeper)
    : GrainService(id, silo, loggers), IClockMember
{
    private long _term;

    public async Task<ClockReading> ReadAsync(long term)
    {
        _term = Math.Max(_term, term);
        await keeper.Driver.SettleAsync();
        return Reading();
    }

    public async Task<ClockReading> ShowAsync(long term, DateTimeOffset instant)
    {
        if (IsInOffice(term))
        {
            await keeper.Driver.SettleAsync();
        }

        if (IsInOffice(term))
        {
            keeper.Driver.Show(instant);
        }

        return Reading();
    }

    public async Task<ClockReading> SettleAsync(long term, DateTimeOffset instant)
    {
        if (IsInOffice(term))
        {
            // Not before what it shows: work that is under way is waited for even when there is nowhere to go.
            await keeper.Driver.AdvanceAsync(SimulatedClock.Later(instant, keeper.Driver.Read().Now));
        }

        return Reading();
    }

    private bool IsInOffice(long term)
    {
        _term = Math.Max(_term, term);
        return term == _term;
    }

    private ClockReading Reading()
    {
        var (now, nextDueAt, fired) = keeper.Driver.Read();
        return new ClockReading(_term, now, nextDueAt, fired);
    }
}
