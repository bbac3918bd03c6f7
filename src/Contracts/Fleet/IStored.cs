using System.Collections.Immutable;

namespace Wuying.Contracts.Fleet;

/// <summary>What a store sees of every <see cref="Stored{T}"/>, whatever its state: the records that belong into the same transaction.</summary>
public interface IStored
{
    /// <summary>Events that the next write appends.</summary>
    ImmutableArray<FleetEvent> NewEvents { get; set; }

    /// <summary>Rows of the table of updates that the next write inserts or replaces.</summary>
    ImmutableArray<UpdateRow> NewUpdates { get; set; }

    /// <summary>Rows of the table of sessions that the next write inserts or replaces.</summary>
    ImmutableArray<SessionRow> NewSessions { get; set; }
}
