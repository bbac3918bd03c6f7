namespace Wuying.Simulation.Clock;

/// <summary>
/// Whether one reminder of the silo waits for its next tick, or has work to do that the clock must not outrun.
/// Called under the clock's lock.
/// </summary>
internal sealed class LocalReminder(SimulatedClock clock) : IWaitOwner
{
    private long _scheduleVersion;
    private long _armedVersion = -1;
    private bool _isHolding;
    private bool _isStopped;

    /// <summary>Its run loop has been scheduled. (It may have been seen at work already.)</summary>
    public void OnStarted()
    {
        if (_armedVersion < _scheduleVersion)
        {
            Hold();
        }
    }

    /// <summary>Its schedule changed: it waits rightly only once it has armed itself for this version.</summary>
    public void OnScheduleChanged(long version)
    {
        _scheduleVersion = Math.Max(_scheduleVersion, version);
        if (_armedVersion < _scheduleVersion)
        {
            Hold();
        }
    }

    /// <summary>It began to wait for its next tick; without a wait when that is due already.</summary>
    public void OnArmed(long version, SimulatedTimer? wait)
    {
        _armedVersion = Math.Max(_armedVersion, version);
        if (version < _scheduleVersion || wait is not { IsPending: true })
        {
            Hold();
        }
        else
        {
            OnWaitingOn(wait);
        }
    }

    /// <summary>It waits, perhaps for a further piece of a long delay.</summary>
    public void OnWaitingOn(SimulatedTimer wait)
    {
        lock (clock.Gate)
        {
            wait.Owner = this;
            if (wait.IsPending)
            {
                Release();
            }
        }
    }

    /// <summary>Its wait is over: a tick follows, and then it arms itself anew or stops.</summary>
    public void OnFiring() => Hold();

    public void OnStopped()
    {
        _isStopped = true;
        Release();
    }

    private void Hold()
    {
        if (!_isHolding && !_isStopped)
        {
            _isHolding = true;
            clock.Hold();
        }
    }

    private void Release()
    {
        if (_isHolding)
        {
            _isHolding = false;
            clock.Release();
        }
    }
}
