using System.Globalization;
using System.Text.Json;
using Wuying.Contracts.Fleet;

namespace Wuying.Harness.History;

/// <summary>Reads a fleet's events, one after the other, and says which invariants they break. Knows the rule book, and none of the service's rules: it shares no code with them.</summary>
/// <param name="zones">The IANA time zone of each region.</param>
public sealed class HistoryChecker(IReadOnlyDictionary<string, string> zones)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly string[] Outcomes = ["updateSucceeded", "updateFailed", "updateMissed", "updateCancelled", "updateSuperseded"];

    private readonly Dictionary<string, Brief> _last = [];
    private readonly Dictionary<string, Asked> _updates = [];
    private readonly Dictionary<string, int> _limits = [];
    private readonly Dictionary<(string Region, string Day), int> _places = [];
    private readonly List<Violation> _violations = [];
    private long _sequence;

    /// <summary>What the events seen so far break.</summary>
    public IReadOnlyList<Violation> Violations => _violations;

    /// <summary>How many updates ended, by the event that ended them.</summary>
    public IReadOnlyDictionary<string, int> EndedBy => _updates.Values
        .Where(update => update.Outcome is not null)
        .GroupBy(update => update.Outcome!)
        .ToDictionary(group => group.Key, group => group.Count());

    /// <summary>Sees one event.</summary>
    public void See(RecordedEvent recorded)
    {
        Expect(recorded.Sequence > _sequence, "order", "events come in the order of their sequence");
        _sequence = recorded.Sequence;
        var data = JsonDocument.Parse(recorded.Event.Data).RootElement;
        if (recorded.Event is { Subject: "region", Kind: "dailyUpdateQuotaSet" })
        {
            _limits[recorded.Event.RegionId] = data.GetProperty("limit").GetInt32();
        }
        else if (recorded.Event.Subject is "computer")
        {
            SeeComputer(recorded.Event, data);
        }
    }

    /// <summary>Sees that all that was asked has come to an end: call it when the nights are over.</summary>
    public void ExpectAllEnded()
    {
        foreach (var (id, _) in _updates.Where(update => update.Value.Outcome is null))
        {
            Expect(false, "one outcome", $"{id} never ended");
        }
    }

    private void SeeComputer(FleetEvent fact, JsonElement data)
    {
        var before = fact.Before is null ? null : JsonSerializer.Deserialize<Brief>(fact.Before, Json);
        var after = JsonSerializer.Deserialize<Brief>(fact.After!, Json)!;
        Expect(before == _last.GetValueOrDefault(fact.SubjectId), "continuity", $"{fact.SubjectId} was {_last.GetValueOrDefault(fact.SubjectId)} and is told to have been {before}");
        _last[fact.SubjectId] = after;
        Expect((after.Status == "updating") == (after.PendingState == "running"), "R12", $"{fact.SubjectId} contradicts itself: {after}");
        Expect(after.ConnectedUserId is null || after.Status == "running", "R12", $"{fact.SubjectId} is connected to while {after.Status}");
        switch (fact.Kind)
        {
            case "updateRequested":
                SeeRequest(fact, data.GetProperty("update"));
                break;
            case "updateStarted":
                SeeStart(fact, data.GetProperty("updateId").GetString()!, before!);
                break;
            case "userConnected":
                Expect(before!.Status == "running", "R9", $"{fact.SubjectId} was connected to while {before.Status}");
                break;
            case var kind when Outcomes.Contains(kind):
                SeeOutcome(fact, data.GetProperty("updateId").GetString()!);
                break;
        }
    }

    private void SeeRequest(FleetEvent fact, JsonElement update)
    {
        var id = update.GetProperty("updateId").GetString()!;
        var day = update.GetProperty("date").GetString()!;
        var isScheduled = string.Equals(update.GetProperty("method").GetString(), "scheduled", StringComparison.OrdinalIgnoreCase);
        Expect(_updates.TryAdd(id, new Asked(fact.RegionId, day, isScheduled)), "one request", $"{id} was requested twice");
        var taken = _places[(fact.RegionId, day)] = _places.GetValueOrDefault((fact.RegionId, day)) + 1;
        var limit = _limits.GetValueOrDefault(fact.RegionId, 1_000);
        Expect(taken <= limit, "R17", $"{taken} places of {fact.RegionId} {day} are taken, of {limit}");
        if (isScheduled)
        {
            var left = WindowOf(fact.RegionId, day).Start - fact.At;
            Expect(left >= TimeSpan.FromHours(3) && left <= TimeSpan.FromDays(32), "R16", $"{day} was picked {left} ahead");
        }
    }

    private void SeeStart(FleetEvent fact, string id, Brief before)
    {
        Expect(before.Status == "running", "R12", $"{id} started on a computer that was {before.Status}");
        Expect(before.ConnectedUserId is null, "R12", $"{id} started while {before.ConnectedUserId} was connected");
        var asked = _updates[id];
        Expect(!asked.HasStarted && asked.Outcome is null, "one start", $"{id} started twice, or after its end");
        _updates[id] = asked with { HasStarted = true };
        Expect(before.Snapshot == "ready" || (!asked.IsScheduled && before.Snapshot == "notWanted"), "R19", $"{id} started with snapshot {before.Snapshot}");
        if (asked.IsScheduled)
        {
            var (start, end) = WindowOf(asked.Region, asked.Day);
            Expect(fact.At >= start && fact.At <= end.AddMinutes(-15), "R20", $"{id} started at {fact.At:O}, outside {start:O} to {end:O}");
        }
    }

    private void SeeOutcome(FleetEvent fact, string id)
    {
        var asked = _updates[id];
        Expect(asked.Outcome is null, "one outcome", $"{id} ended by {asked.Outcome} and by {fact.Kind}");
        Expect(asked.HasStarted == fact.Kind is "updateSucceeded" or "updateFailed", "one outcome", $"{id} ended by {fact.Kind}, started: {asked.HasStarted}");
        _updates[id] = asked with { Outcome = fact.Kind };
        if (fact.Kind is "updateCancelled" or "updateSuperseded")
        {
            _places[(asked.Region, asked.Day)]--;
        }
    }

    private (DateTimeOffset Start, DateTimeOffset End) WindowOf(string region, string day)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zones[region]);
        var midnight = DateTime.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return (At(midnight), At(midnight.AddHours(5)));

        DateTimeOffset At(DateTime local) => new(local, zone.GetUtcOffset(local));
    }

    private void Expect(bool holds, string rule, string what)
    {
        if (!holds)
        {
            _violations.Add(new Violation(rule, _sequence, what));
        }
    }

    private sealed record Asked(string Region, string Day, bool IsScheduled, bool HasStarted = false, string? Outcome = null);
}
