namespace Wuying.Simulation.Users;

/// <summary>A stretch of time for which a user wants to be connected.</summary>
/// <param name="From">The first instant of it.</param>
/// <param name="To">The first instant after it.</param>
internal readonly record struct Session(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>True at every instant of it.</summary>
    public bool Covers(DateTimeOffset instant) => From <= instant && instant < To;
}
