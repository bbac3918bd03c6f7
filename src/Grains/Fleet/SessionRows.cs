using System.Collections.Immutable;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.EndUsers;

namespace Wuying.Grains.Fleet;

/// <summary>What facts about a computer mean for the table of sessions.</summary>
internal static class SessionRows
{
    /// <summary>The rows to insert or replace, in the order in which the sessions began and ended.</summary>
    public static ImmutableArray<SessionRow> Of(CloudComputer? before, ImmutableArray<CloudComputerEvent> facts)
    {
        if (!facts.Any(MayChangeSession))
        {
            return [];
        }

        var rows = ImmutableArray.CreateBuilder<SessionRow>();
        foreach (var fact in facts)
        {
            var after = CloudComputerEvolution.Evolve(before, fact);
            if (before?.Session is { } ended && ended != after.Session)
            {
                rows.Add(Row(after, ended, fact.At));
            }

            if (after.Session is { } begun && begun != before?.Session)
            {
                rows.Add(Row(after, begun, endedAt: null));
            }

            before = after;
        }

        return rows.DrainToImmutable();
    }

    // Most facts cannot, and are not played through once more for nothing.
    private static bool MayChangeSession(CloudComputerEvent fact) =>
        fact is UserConnected or UserDisconnected or ComputerRegistered or ComputerReimported or ComputerDeleted;

    private static SessionRow Row(CloudComputer computer, UserSession session, DateTimeOffset? endedAt) =>
        new(computer.Id, computer.RegionId, session.UserId, session.Since, endedAt);
}
