using System.Collections.Immutable;

namespace Wuying.Contracts.Fleet;

/// <summary>The envelope of a grain's stored state. It says by <see cref="Current"/> whether there is anything, and carries to the store what the same transaction records beside it.</summary>
/// <typeparam name="T">An immutable domain record.</typeparam>
[GenerateSerializer, Alias("wuying.stored`1")]
public sealed class Stored<T> : IStored
    where T : class
{
    /// <summary>The state; null before the first write.</summary>
    [Id(0)] public T? Current { get; set; }

    /// <summary>Events that the next write appends. Not part of the state; the store clears it once the write is durable.</summary>
    [field: NonSerialized]
    public ImmutableArray<FleetEvent> NewEvents { get; set; } = [];

    /// <summary>Rows of the table of updates that the next write inserts or replaces. Not part of the state; the store clears it once the write is durable.</summary>
    [field: NonSerialized]
    public ImmutableArray<UpdateRow> NewUpdates { get; set; } = [];

    /// <summary>Rows of the table of sessions that the next write inserts or replaces. Not part of the state; the store clears it once the write is durable.</summary>
    [field: NonSerialized]
    public ImmutableArray<SessionRow> NewSessions { get; set; } = [];
}
