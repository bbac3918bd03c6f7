using System.Collections.Immutable;
using Wuying.Api.Hosting;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;

namespace Wuying.Api.Ecd.Paging;

/// <summary>Lists what computers have several of, such as tags and snapshots, in the order of the computers. A page may end in the middle of one.</summary>
internal static class MembersOfComputers
{
    private const int ComputersAtOnce = 100;
    private const char Separator = '\n';

    /// <summary>Reads a page.</summary>
    /// <param name="cluster">Whom to ask.</param>
    /// <param name="filter">Whose.</param>
    /// <param name="after">The cursor of the page before; null for the first.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="membersOf">What a computer has, in an order that stays.</param>
    /// <param name="keyOf">What names a member among those of its computer.</param>
    public static async Task<Page<(CloudComputer Computer, T Member)>> ReadAsync<T>(
        Cluster cluster, ComputerFilter filter, string? after, int limit, Func<CloudComputer, IEnumerable<T>> membersOf, Func<T, string> keyOf)
    {
        var rows = ImmutableArray.CreateBuilder<(CloudComputer Computer, T Member)>();
        var (begun, key) = Split(after);
        await foreach (var computer in ComputersFromAsync(cluster, filter, begun))
        {
            var members = membersOf(computer).ToArray();

            // A member that is gone by now hides none of its neighbours.
            var last = computer.Id.Value == begun ? Array.FindIndex(members, member => keyOf(member) == key) : -1;
            rows.AddRange(members.Skip(last + 1).Select(member => (computer, member)));
            if (rows.Count > limit)
            {
                return new([.. rows.Take(limit)], Join(rows[limit - 1].Computer, keyOf(rows[limit - 1].Member)));
            }
        }

        return new(rows.ToImmutable(), null);
    }

    // First the computer in whose middle the page before ended.
    private static async IAsyncEnumerable<CloudComputer> ComputersFromAsync(Cluster cluster, ComputerFilter filter, string? begun)
    {
        var first = begun is null ? [] : (await cluster.Queries.ListComputersAsync(filter with { Ids = [new CloudComputerId(begun)] }, after: null, 1)).Items;
        foreach (var computer in first)
        {
            yield return computer;
        }

        var cursor = begun;
        do
        {
            var page = await cluster.Queries.ListComputersAsync(filter, cursor, ComputersAtOnce);
            foreach (var computer in page.Items)
            {
                yield return computer;
            }

            cursor = page.NextCursor;
        }
        while (cursor is not null);
    }

    private static string Join(CloudComputer computer, string key) => $"{computer.Id}{Separator}{key}";

    private static (string? ComputerId, string? Key) Split(string? after)
    {
        var parts = after?.Split(Separator, 2);
        return (parts?[0], parts is [_, var key] ? key : null);
    }
}
