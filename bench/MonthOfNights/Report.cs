using System.Globalization;
using System.Text.Json;
using Wuying.Contracts.Fleet;
using Wuying.Domain.Regions;
using Wuying.Harness;
using Wuying.Harness.History;
using Wuying.LoadTester.Invariants;

namespace Wuying.MonthOfNights;

/// <summary>What a month brought, from its events.</summary>
/// <param name="simulated">The time that passed for the fleet.</param>
/// <param name="wall">The time that passed here.</param>
/// <param name="nights">How many nights that were.</param>
/// <param name="ticks">How many reminders fired.</param>
internal sealed class Report(TimeSpan simulated, TimeSpan wall, int nights, long ticks)
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

    /// <summary>Writes it down.</summary>
    /// <param name="to">Where.</param>
    /// <param name="refusals">What the requests for updates met.</param>
    public void Print(TextWriter to, IReadOnlyDictionary<string, long> refusals)
    {
        Line($"wall time          {wall.TotalSeconds:N1} s");
        Line($"simulated time     {simulated.TotalDays:N0} days");
        Line($"ratio              {simulated / wall:N0} : 1");
        Line($"nights per second  {nights / wall.TotalSeconds:N2}");
        Line($"ticks              {ticks:N0}, {ticks / wall.TotalSeconds:N0}/s");
        Line($"events             {_events:N0}, {_events / wall.TotalSeconds:N0}/s");
        Line($"sessions           {Count("userConnected"):N0}");
        Line($"offers             {Count("updateOffered"):N0}, accepted {Count("offerAccepted"):N0}, declined {Count("offerDeclined"):N0}");
        Line($"updates by outcome");
        Table(_checker.EndedBy.Select(each => KeyValuePair.Create(each.Key, (long)each.Value)));
        Line($"by reason");
        Table(_reasons.Select(each => KeyValuePair.Create(each.Key, (long)each.Value)));
        Line($"requests refused");
        Table(refusals);
        Line($"violations         {_checker.Violations.Count}");
        foreach (var violation in _checker.Violations.Take(ViolationsShown))
        {
            Line($"  {violation}");
        }

        void Line(FormattableString text) => to.WriteLine(text.ToString(CultureInfo.InvariantCulture));

        void Table(IEnumerable<KeyValuePair<string, long>> rows)
        {
            foreach (var (name, count) in rows.OrderBy(row => row.Key, StringComparer.Ordinal))
            {
                Line($"  {name,-40} {count,8:N0}");
            }
        }
    }

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
