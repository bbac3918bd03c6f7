using Wuying.Contracts.EndUsers;
using Wuying.Domain.EndUsers;

namespace Wuying.Harness.History;

/// <summary>Every user is told of everything that concerns their computers, each thing once (R8, R10, R21, R22).</summary>
internal sealed class NotificationWatch(Findings findings)
{
    private const int KeptMax = 100;

    private readonly Dictionary<string, string[]> _usersOf = [];
    private readonly Dictionary<string, List<(long Sequence, string Kind)>> _due = [];
    private readonly HashSet<string> _announced = [];

    public void See(Fact fact)
    {
        if (fact.Kind is "computerRegistered" or "computerReimported")
        {
            _usersOf[fact.Id] = [.. fact.Data.GetProperty("assignedUserIds").EnumerateArray().Select(user => user.GetString()!)];
        }

        if (fact.IsOfComputer && KindOf(fact) is { } kind)
        {
            foreach (var user in _usersOf[fact.Id])
            {
                (_due.TryGetValue(user, out var due) ? due : _due[user] = []).Add((fact.Sequence, kind));
            }
        }
    }

    public void SeeTold(string user, IReadOnlyList<RecordedNotification> told)
    {
        var expected = _due.GetValueOrDefault(user, []).AsEnumerable().Reverse().Take(KeptMax).ToList();
        var found = told.Select(one => (one.Sequence, Kind: one.Notification.Kind.ToString())).ToList();
        findings.Expect(expected.SequenceEqual(found), "R10", $"{user} was told {string.Join(' ', found.Except(expected))}, and not {string.Join(' ', expected.Except(found))}");
    }

    private string? KindOf(Fact fact) => fact.Kind switch
    {
        "updateOffered" => nameof(NotificationKind.Offer),
        "updateSuperseded" => Supersede(fact),
        "updateRequested" => KindOfRequest(fact),
        "offerAccepted" when fact.Before!.PendingState != "offered" => nameof(NotificationKind.Changed),
        "offerAccepted" when fact.Instant("startsAt") > fact.At => nameof(NotificationKind.Scheduled),
        "offerDeclined" when fact.Before!.PendingState != "offered" => nameof(NotificationKind.Cancelled),
        "updateCancelled" => nameof(NotificationKind.Cancelled),
        "offerWithdrawn" when fact.Text("updateId") is not null => nameof(NotificationKind.Cancelled),
        "updateStarted" => nameof(NotificationKind.Started),
        "updateSucceeded" => nameof(NotificationKind.Finished),
        "updateFailed" => nameof(NotificationKind.Failed),
        "updateMissed" => nameof(NotificationKind.Missed),
        _ => null,
    };

    // Whoever was told of a time is told of a change; nobody was, of an offer.
    private string? Supersede(Fact fact)
    {
        _ = fact.Before!.PendingState is "offered" || _announced.Add(fact.Id);
        return null;
    }

    private string? KindOfRequest(Fact fact) => (_announced.Remove(fact.Id), IsScheduled(fact)) switch
    {
        (true, _) => nameof(NotificationKind.Changed),
        (false, true) => nameof(NotificationKind.Scheduled),
        _ => null,
    };

    private static bool IsScheduled(Fact fact) => fact.Text("update", "method") is "scheduled";
}
