using System.Collections.Immutable;
using Wuying.Contracts.Fleet;

namespace Wuying.WebConsole.Nights;

/// <summary>How many computers of a region were at which version at the end of a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Computers">By the version's number.</param>
public sealed record VersionsOfDay(DateOnly Day, ImmutableSortedDictionary<string, long> Computers)
{
    /// <summary>Goes back from what is to what was, day by day: whoever was updated that day was at the version before.</summary>
    /// <param name="today">The last day.</param>
    /// <param name="current">The computers now.</param>
    /// <param name="updates">The updates of the days from the first shown until today.</param>
    /// <param name="days">How many days to show.</param>
    /// <returns>The oldest day first.</returns>
    public static ImmutableArray<VersionsOfDay> Of(
        DateOnly today, ImmutableSortedDictionary<string, long> current, IEnumerable<UpdateGroup> updates, int days)
    {
        var succeeded = updates.Where(group => group.State is UpdateRowState.Succeeded).ToLookup(group => group.Date);
        var (shown, computers) = (new Stack<VersionsOfDay>(), current);
        for (var day = today; shown.Count < days; day = day.AddDays(-1))
        {
            shown.Push(new VersionsOfDay(day, computers));
            foreach (var group in succeeded[day])
            {
                computers = Move(computers, group.Version.Number, group.FromVersion.Number, group.Count);
            }
        }

        return [.. shown];
    }

    // Computers that have been deleted or restored since are not known to have been there.
    private static ImmutableSortedDictionary<string, long> Move(ImmutableSortedDictionary<string, long> computers, string from, string to, long count)
    {
        var moved = Math.Min(count, computers.GetValueOrDefault(from));
        return computers.SetItem(from, computers.GetValueOrDefault(from) - moved).SetItem(to, computers.GetValueOrDefault(to) + moved);
    }
}
