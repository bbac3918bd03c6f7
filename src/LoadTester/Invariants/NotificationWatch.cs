namespace Wuying.LoadTester.Invariants;

/// <summary>Every user is told of everything that concerns their computers, each thing once (R8, R10, R21, R22).</summary>
/// <param name="findings">Takes what is wrong.</param>
/// <param name="names">One string for each name.</param>
/// <param name="followedMax">How many users are followed: the first ones that the history names.</param>
internal sealed class NotificationWatch(Findings findings, Names names, int followedMax)
{
    private const int KeptMax = 100;

    private readonly Dictionary<string, string[]> _usersOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Queue<ToldNotification>> _due = new(StringComparer.Ordinal);
    private readonly HashSet<string> _announced = new(StringComparer.Ordinal);

    /// <summary>Whom it follows.</summary>
    public IReadOnlyCollection<string> Followed => _due.Keys;

    public void See(Fact fact)
    {
        if (!fact.IsOfComputer)
        {
            return;
        }

        var before = _usersOf.GetValueOrDefault(fact.Id) ?? [];
        if (fact.Kind is "computerRegistered" or "computerReimported")
        {
            _usersOf[fact.Id] = [.. fact.Texts("assignedUserIds").Distinct().Select(names.One).Where(Follow)];
        }

        if (KindOf(fact) is { } kind)
        {
            var told = _usersOf.GetValueOrDefault(fact.Id) ?? [];
            Tell(fact.Kind is "computerReimported" ? [.. told.Except(before)] : told, new ToldNotification(fact.Sequence, kind));
        }
    }

    /// <summary>Sees what a user was told in the end, newest first, at most a hundred.</summary>
    public void SeeTold(string user, IReadOnlyList<ToldNotification> told)
    {
        var expected = (_due.GetValueOrDefault(user) ?? []).Reverse().ToList();
        ToldNotification[] missing = [.. expected.Except(told)];
        ToldNotification[] wrong = [.. told.Except(expected)];
        findings.Expect(
            expected.SequenceEqual(told), "R10", $"{user} was told {InWords(wrong)} that should not be, and not {InWords(missing)}",
            [.. missing.Concat(wrong).Select(one => one.Sequence)]);
    }

    private static string InWords(ToldNotification[] told) =>
        told.Length == 0 ? "nothing" : string.Join(", ", told.Select(one => $"\"{one.Kind}\" of event {one.Sequence}"));

    private bool Follow(string user)
    {
        if (_due.ContainsKey(user))
        {
            return true;
        }

        return _due.Count < followedMax && _due.TryAdd(user, []);
    }

    private void Tell(string[] users, ToldNotification one)
    {
        foreach (var user in users)
        {
            var due = _due[user];
            due.Enqueue(one);
            if (due.Count > KeptMax)
            {
                due.Dequeue();
            }
        }
    }

    private string? KindOf(Fact fact) => fact.Kind switch
    {
        "updateOffered" => "offer",
        "updateSuperseded" => Supersede(fact),
        "updateRequested" => KindOfRequest(fact),
        "offerAccepted" when fact.Was.PendingState is not "offered" => "changed",
        "offerAccepted" when fact.Instant("startsAt") > fact.At => "scheduled",
        "offerDeclined" when fact.Was.PendingState is not "offered" => "cancelled",
        "updateCancelled" => "cancelled",
        "offerWithdrawn" when fact.FindText("updateId") is not null => "cancelled",
        "updateStarted" => "started",
        "updateSucceeded" => "finished",
        "updateFailed" => "failed",
        "updateMissed" => "missed",
        "computerReimported" => KindOfPending(fact.Is.PendingState),
        _ => null,
    };

    // Whoever was told of a time is told of a change; nobody was, of an offer.
    private string? Supersede(Fact fact)
    {
        _ = fact.Was.PendingState is "offered" || _announced.Add(fact.Id);
        return null;
    }

    private string? KindOfRequest(Fact fact) => (_announced.Remove(fact.Id), fact.Text("update", "method") is "scheduled") switch
    {
        (true, _) => "changed",
        (false, true) => "scheduled",
        _ => null,
    };

    private static string? KindOfPending(string? state) => state switch
    {
        null => null,
        "offered" => "offer",
        "running" => "started",
        _ => "scheduled",
    };
}
