namespace Wuying.LoadTester.Invariants;

/// <summary>Every update has one request, at most one start and one outcome (R7, R8, R13, R21–R23); when it may start is the business of <see cref="StartWatch"/>.</summary>
internal sealed class UpdateWatch(Findings findings, UpdateBook updates, StartWatch starts, QuotaWatch quotas, LocalWindows windows)
{
    private static readonly TimeSpan NoticeMin = TimeSpan.FromHours(3);

    /// <summary>Thirty days ahead, and the rest of today and of that day.</summary>
    private static readonly TimeSpan AheadMax = TimeSpan.FromDays(32);

    /// <summary>How long after a deadline it may be noticed.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(3);

    /// <summary>How many updates were pending when the computer was imported, or before the history begins.</summary>
    public int Inherited { get; private set; }

    public void See(Fact fact)
    {
        Adopt(fact);
        starts.SeeState(fact);
        switch (fact.Kind)
        {
            case "updateRequested" or "updateOffered":
                SeeRequest(fact);
                break;
            case "offerAccepted":
                SeeAcceptance(fact);
                break;
            case "updateStarted":
                starts.SeeStart(fact, fact.Text("updateId"));
                break;
            case "userConnected":
                starts.SeeConnection(fact);
                break;
            case "updateSucceeded" or "updateFailed":
                SeeEnd(fact, fact.Text("updateId"), endsStarted: true);
                break;
            case "updateMissed" or "updateCancelled" or "updateSuperseded" or "offerDeclined":
                SeeEnd(fact, fact.Text("updateId"), endsStarted: false);
                break;
            case "offerWithdrawn" when fact.FindText("updateId") is { } withdrawn:
                SeeEnd(fact, withdrawn, endsStarted: false);
                break;
        }
    }

    /// <summary>An offer that nobody decides about is nobody's work; everything else must have ended.</summary>
    public void ExpectAllEnded()
    {
        foreach (var (id, asked) in updates.Open.Where(update => !update.Value.IsOffered || update.Value.AcceptedAt is not null))
        {
            findings.Expect(false, "one outcome", $"{id} never ended", asked.AskedIn, asked.StartedIn);
        }
    }

    // What a computer was imported with, or had before the history begins, nobody is told to have asked for.
    private void Adopt(Fact fact)
    {
        var known = fact.IsMetMidway ? fact.Before : fact.Kind is "computerRegistered" or "computerReimported" ? fact.After : null;
        if (known?.UpdateId is not { } id || updates.Knows(id))
        {
            return;
        }

        var isOffer = known.PendingState is "offered";
        updates.Set(id, new Asked(fact.Region, isOffer ? "offered" : null, Version: null, fact.Sequence) { HasStarted = known.PendingState is "running" });
        Inherited++;
        if (!isOffer)
        {
            quotas.Inherit(fact.Region);
        }
    }

    private void SeeRequest(Fact fact)
    {
        var id = fact.Text("update", "updateId");
        var asked = new Asked(fact.Region, fact.Text("update", "method"), fact.Text("update", "version"), fact.Sequence);
        if (updates.Knows(id))
        {
            findings.Expect(false, "one request", $"{id} was asked for twice", updates.Find(id)?.AskedIn ?? updates.FindEnd(id).In);
            return;
        }

        findings.Expect(
            fact.Before?.UpdateId is null, "one update", $"{id} came while {fact.Before?.UpdateId} was pending",
            fact.Before?.UpdateId is { } pending ? updates.Find(pending)?.AskedIn ?? 0 : 0);
        if (asked.IsOffered)
        {
            updates.Set(id, asked);
            return;
        }

        var day = fact.Text("update", "date");
        updates.Set(id, asked with { Day = day });
        quotas.Take(fact, day);
        if (asked.IsScheduled)
        {
            var left = windows.Of(asked.Region, day).Start - fact.At;
            findings.Expect(left >= NoticeMin && left <= AheadMax, "R16", $"{day} was picked {left} ahead");
        }
    }

    private void SeeAcceptance(Fact fact)
    {
        var id = fact.Text("updateId");
        if (Open(fact, id, "R7") is not { } asked)
        {
            return;
        }

        findings.Expect(
            (asked.IsOffered || asked.IsInherited) && !asked.HasStarted, "R7", $"{id} was accepted, but it was {asked.Method}, started: {asked.HasStarted}",
            asked.AskedIn, asked.StartedIn);
        var startsAt = fact.Instant("startsAt");
        var delay = (startsAt - fact.At).TotalHours;
        findings.Expect(delay is 0 or 4 or 8 or 12, "R8", $"{id} was accepted for {delay} hours later");
        quotas.GiveBack(asked);
        var day = fact.Text("reservation", "day");
        updates.Set(id, asked with { Method = "offered", Day = day, AcceptedAt = fact.At, AcceptedIn = fact.Sequence, StartsAt = startsAt });
        quotas.Take(fact, day);
    }

    private void SeeEnd(Fact fact, string id, bool endsStarted)
    {
        if (Open(fact, id, "one outcome") is not { } asked)
        {
            return;
        }

        findings.Expect(
            asked.HasStarted == endsStarted, "one outcome", $"{id} ended by {fact.Kind}, and had {(asked.HasStarted ? "" : "not ")}started",
            asked.AskedIn, asked.StartedIn);
        findings.Expect(fact.Kind is not "offerWithdrawn" || asked.AcceptedAt is null, "R7", $"{id} was withdrawn though it was accepted", asked.AcceptedIn);
        findings.Expect(
            asked.HasStarted || fact.At - Slack <= starts.LatestEndOf(asked), "R28", $"{id} still waited at {fact.At:O}, after {starts.LatestEndOf(asked):O}",
            asked.AskedIn, asked.AcceptedIn);
        findings.Expect(
            fact.Kind is not "updateSucceeded" || (fact.Is.Status is "running" && (asked.Version is null || fact.Is.Version == asked.Version)),
            "R13", $"{fact.Id} is {fact.Is} after its update to {asked.Version} succeeded", asked.AskedIn, asked.StartedIn);
        if (fact.Kind is not ("updateSucceeded" or "updateFailed" or "updateMissed"))
        {
            quotas.GiveBack(asked);
        }

        updates.End(id, fact.Kind, fact.Sequence);
    }

    /// <summary>The update if it has not ended; notes a violation otherwise.</summary>
    private Asked? Open(Fact fact, string id, string rule)
    {
        var (endedBy, endedIn) = updates.FindEnd(id);
        findings.Expect(endedBy is null, rule, $"{fact.Kind} of {id}, which had ended by {endedBy}", endedIn);
        var asked = updates.Find(id);
        findings.Expect(endedBy is not null || asked is not null, "one request", $"{fact.Kind} of {id}, which nobody had asked for");
        return asked;
    }
}
