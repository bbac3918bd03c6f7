using System.Collections.Immutable;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;

namespace Wuying.WebConsole.CloudComputers;

/// <summary>Which computers of a list are selected: some, or all that match, however many they are by then.</summary>
public sealed class ComputerSelection
{
    private readonly HashSet<CloudComputerId> _some = [];

    /// <summary>True when all that match are meant.</summary>
    public bool IsAll { get; private set; }

    /// <summary>True when nothing is selected.</summary>
    public bool IsEmpty => !IsAll && _some.Count == 0;

    /// <summary>How many are selected, of a list of so many.</summary>
    public long CountIn(long total) => IsAll ? total : _some.Count;

    public bool Contains(CloudComputerId id) => IsAll || _some.Contains(id);

    /// <summary>Selects or deselects one. Out of all, what is left are the others that the list had.</summary>
    public void Set(CloudComputerId id, bool selected, ImmutableArray<CloudComputerId> list)
    {
        if (IsAll && !selected)
        {
            IsAll = false;
            _some.UnionWith(list);
        }

        _ = selected ? _some.Add(id) : _some.Remove(id);
    }

    /// <summary>Selects all that match.</summary>
    public void SetAll()
    {
        Clear();
        IsAll = true;
    }

    /// <summary>Selects none.</summary>
    public void Clear()
    {
        IsAll = false;
        _some.Clear();
    }

    /// <summary>The selected ones of those that a filter finds.</summary>
    public ComputerFilter Within(ComputerFilter filter) =>
        IsAll ? filter : new ComputerFilter { RegionId = filter.RegionId, Ids = [.. _some.OrderBy(id => id.Value, StringComparer.Ordinal)] };
}
