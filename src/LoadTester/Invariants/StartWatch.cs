namespace Wuying.LoadTester.Invariants;

/// <summary>An update starts once, at its time, with its snapshot, on a computer that is running and has nobody connected; and nobody connects while it runs (R9, R12, R19, R20).</summary>
internal sealed class StartWatch(Findings findings, UpdateBook updates, LocalWindows windows)
{
    private const string Running = "running";

    /// <summary>The longest that an update takes: it must fit in what is left of the window.</summary>
    private static readonly TimeSpan UpdateMax = TimeSpan.FromMinutes(15);

    /// <summary>How long an accepted offer is tried.</summary>
    private static readonly TimeSpan TriedFor = TimeSpan.FromHours(12);

    /// <summary>Sees what a computer is after any event.</summary>
    public void SeeState(Fact fact)
    {
        var after = fact.Is;
        findings.Expect((after.Status is "updating") == (after.PendingState is Running), "R12", $"{fact.Id} contradicts itself: {after}");
        findings.Expect(after.ConnectedUserId is null || after.Status is Running, "R12", $"{fact.Id} is connected to while {after.Status}");
    }

    public void SeeStart(Fact fact, string id)
    {
        var (endedBy, endedIn) = updates.FindEnd(id);
        findings.Expect(endedBy is null, "one start", $"{id} started after it had ended by {endedBy}", endedIn);
        if (updates.Find(id) is not { } asked)
        {
            findings.Expect(endedBy is not null, "one request", $"{id} started, and nobody had asked for it");
            return;
        }

        findings.Expect(!asked.HasStarted, "one start", $"{id} started twice", asked.StartedIn);
        findings.Expect(fact.Was.Status is Running, "R12", $"{id} started on a computer that was {fact.Was.Status}");
        findings.Expect(fact.Was.ConnectedUserId is null, "R12", $"{id} started while {fact.Was.ConnectedUserId} was connected");
        findings.Expect(!asked.IsOffered || asked.AcceptedAt is not null, "R8", $"{id} started though nobody had accepted it", asked.AskedIn);
        var needsNone = fact.Was.Snapshot is "notWanted" && (asked.IsInherited || asked.Method is "immediate");
        findings.Expect(fact.Was.Snapshot is "ready" || needsNone, "R19", $"{id} started with snapshot {fact.Was.Snapshot}", asked.AskedIn);
        var (from, until) = TimesOf(asked);
        findings.Expect(
            fact.At >= from && fact.At <= until, asked.IsOffered ? "R9" : "R20", $"{id} started at {fact.At:O}, outside {from:O} to {until:O}",
            asked.AskedIn, asked.AcceptedIn);
        updates.Set(id, asked with { HasStarted = true, StartedIn = fact.Sequence });
    }

    public void SeeConnection(Fact fact)
    {
        findings.Expect(fact.Was.Status is Running, "R9", $"{fact.Id} was connected to while {fact.Was.Status}");
        var pending = fact.Was.UpdateId is { } id ? updates.Find(id) : null;
        findings.Expect(
            pending is not { IsAboutToStart: true }, "R9", $"{fact.Id} was connected to after its update was accepted for now", pending?.AcceptedIn ?? 0);
    }

    /// <summary>When it must be over if it has not started.</summary>
    public DateTimeOffset LatestEndOf(Asked asked) => asked switch
    {
        { IsScheduled: true, Day: { } day } => windows.Of(asked.Region, day).End,
        { StartsAt: { } startsAt } => startsAt + TriedFor,
        _ => DateTimeOffset.MaxValue,
    };

    /// <summary>From when to when it may start.</summary>
    private (DateTimeOffset From, DateTimeOffset Until) TimesOf(Asked asked)
    {
        if (asked is { IsScheduled: true, Day: { } day })
        {
            var (start, end) = windows.Of(asked.Region, day);
            return (start, end - UpdateMax);
        }

        return asked.StartsAt is { } startsAt ? (startsAt, startsAt + TriedFor) : (DateTimeOffset.MinValue, DateTimeOffset.MaxValue);
    }
}
