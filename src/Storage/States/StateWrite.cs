using System.Collections.Immutable;
using Wuying.Contracts.Fleet;

namespace Wuying.Storage.States;

/// <summary>Writes one state, and in the same transaction what it records beside it.</summary>
/// <param name="address">Where.</param>
/// <param name="expected">The version known; null when there was no row.</param>
/// <param name="state">The bytes; null to clear.</param>
internal sealed class StateWrite(StateAddress address, long? expected, byte[]? state) : VersionedWrite(address.SortKey, expected)
{
    /// <summary>Where.</summary>
    public StateAddress Address { get; } = address;

    /// <summary>The bytes; null to clear.</summary>
    public byte[]? State { get; } = state;

    /// <summary>The query columns of a computer; set for computers only.</summary>
    public ComputerColumns? Computer { get; init; }

    /// <summary>The query columns of an image; set for images only.</summary>
    public ImageColumns? Image { get; init; }

    /// <summary>When, by the system's clock.</summary>
    public DateTimeOffset WrittenAt { get; init; }

    /// <summary>Events to append.</summary>
    public ImmutableArray<FleetEvent> Events { get; init; } = [];

    /// <summary>Rows of the table of updates to insert or replace.</summary>
    public ImmutableArray<UpdateRow> Updates { get; init; } = [];

    /// <summary>Rows of the table of sessions to insert or replace.</summary>
    public ImmutableArray<SessionRow> Sessions { get; init; } = [];
}
