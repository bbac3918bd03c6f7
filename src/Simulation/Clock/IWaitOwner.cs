namespace Wuying.Simulation.Clock;

/// <summary>One whose wait, when it is over, brings work that the clock must not outrun.</summary>
internal interface IWaitOwner
{
    /// <summary>Called under the clock's lock when the wait is over, before its callback runs.</summary>
    void OnFiring();
}
