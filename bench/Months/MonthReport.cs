using System.Collections.Immutable;
using System.Text.Json;
using Wuying.Bench.Measuring;
using Wuying.Contracts.Fleet;
using Wuying.Domain.Regions;
using Wuying.Harness;
using Wuying.Harness.History;
using Wuying.LoadTester.Invariants;

namespace Wuying.Bench.Months;

/// <summary>What a month brought, from its events.</summary>
/// <param name="simulated">The time that passed for the fleet.</param>
/// <param name="wall">The time that passed here.</param>
/// <param name="nights">How many nights that were.</param>
/// <param name="ticks">How many reminders fired.</param>
internal sealed class MonthReport(TimeSpan simulated, TimeSpan wall, int nights, long ticks)
{
    private const int PageSize = 1_000;
    private const int ViolationsShown = 20;

    private readonly HistoryChecker _checker = new(Month.Regions.ToDictionary(region => region.Value, region => ProductRegion.Find(region)!.TimeZone));
    private readonly SortedDictionary<string, int> _kinds = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _reasons = new(StringComparer.Ordinal);
    private long _events;

    /// <summary>True when no invariant was broken.</summary>
    public bool IsClean => _checker.Violations.Count == 0;

    /// <summary>Reads all events.</summary>
    public async Task ReadAsync(TestFleet fleet)
    {
        var last = 0L;
        while (await fleet.Queries.ListEventsAsync(last, PageSize) is { IsEmpty: false } page)
        {
            foreach (var recorded in page)
            {
                See(recorded);
            }

            last = page[^1].Sequence;
        }

        _checker.ExpectAllEnded();
    }

    /// <summary>The invariants that were broken, the first of them.</summary>
    public ImmutableArray<string> Violations => [.. _checker.Violations.Take(ViolationsShown).Select(violation => $"{violation}")];

    /// <summary>The month in figures.</summary>
    /// <param name="refusals">What the requests for updates met.</param>
    public IEnumerable<Figure> Figures(IReadOnlyDictionary<string, long> refusals) =>
    [
        new("wall time", wall.TotalSeconds, "s"),
        Figure.Simulated("simulated time", simulated.TotalDays, "days"),
        new("simulated time in wall time", simulated / wall, ": 1"),
        new("nights", nights / wall.TotalSeconds, "nights/s"),
        new("ticks", ticks / wall.TotalSeconds, "ticks/s"),
        new("events", _events / wall.TotalSeconds, "events/s"),
        Figure.Simulated("all ticks", ticks, "ticks"),
        Figure.Simulated("all events", _events, "events"),
        Figure.Simulated("sessions", Count("userConnected"), "sessions"),
        Figure.Simulated("offers", Count("updateOffered"), "offers"),
        Figure.Simulated("offers accepted", Count("offerAccepted"), "offers"),
        Figure.Simulated("offers declined", Count("offerDeclined"), "offers"),
        .. Counts("updates ended by", _checker.EndedBy.Select(each => KeyValuePair.Create(each.Key, (long)each.Value))),
        .. Counts("reasons:", _reasons.Select(each => KeyValuePair.Create(each.Key, (long)each.Value))),
        .. Counts("requests refused:", refusals),
        new Figure("rules broken", _checker.Violations.Count, "violations").ShouldBe(Goal.AtMost(0)),
    ];

    private static IEnumerable<Figure> Counts(string what, IEnumerable<KeyValuePair<string, long>> counts) => counts
        .OrderBy(count => count.Key, StringComparer.Ordinal)
        .Select(count => Figure.Simulated($"{what} {count.Key}", count.Value, "times"));

    private int Count(string kind) => _kinds.GetValueOrDefault(kind);

    private void See(RecordedEvent recorded)
    {
        _checker.See(recorded.ToHistory());
        _events++;
        var kind = recorded.Event.Kind;
        _kinds[kind] = Count(kind) + 1;
        if (kind is "updateMissed" or "updateFailed" or "updateDelayed")
        {
            using var data = JsonDocument.Parse(recorded.Event.Data);
            var reason = data.RootElement.TryGetProperty(kind is "updateFailed" ? "error" : "reason", out var value) ? value.ToString() : "?";
            var key = $"{kind} {reason.Split(" until ")[0]}";
            _reasons[key] = _reasons.GetValueOrDefault(key) + 1;
        }
    }
}
