using System.Text.Json;

namespace Wuying.LoadTester.Invariants;

/// <summary>Every update has a place in its day's quota, and no day has more than its region's limit (R17).</summary>
/// <param name="findings">Takes what is wrong.</param>
/// <param name="isWhole">True when the history is read from its first event.</param>
internal sealed class QuotaWatch(Findings findings, bool isWhole)
{
    private const int LimitUnlessSet = 1_000;

    /// <summary>A place may be granted just before a limit is lowered, and told just after it.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(3);

    private readonly Dictionary<string, (int Now, int Before, DateTimeOffset SetAt, long SetIn)> _limits = [];
    private readonly Dictionary<(string Region, string Day), int> _places = [];
    private readonly Dictionary<string, int> _inherited = [];

    /// <summary>The places that events account for, by region and day.</summary>
    public IReadOnlyDictionary<(string Region, string Day), int> Places => _places;

    /// <summary>Sees what happened to a region.</summary>
    public void See(Fact fact)
    {
        if (fact.Event.After is { ValueKind: JsonValueKind.Object } after && after.TryGetProperty("dailyUpdateQuota", out var quota)
            && quota.TryGetInt32(out var limit) && LimitOf(fact.Region)?.Now != limit)
        {
            _limits[fact.Region] = (limit, LimitOf(fact.Region)?.Now ?? limit, fact.At, fact.Sequence);
        }
    }

    /// <summary>An update takes a place.</summary>
    public void Take(Fact fact, string day)
    {
        var taken = _places[(fact.Region, day)] = _places.GetValueOrDefault((fact.Region, day)) + 1;
        if (LimitOf(fact.Region) is { } limit)
        {
            var most = fact.At - limit.SetAt < Slack ? Math.Max(limit.Now, limit.Before) : limit.Now;
            findings.Expect(taken <= most, "R17", $"{taken} places of {fact.Region} {day} are taken, of {most}", limit.SetIn);
        }
    }

    /// <summary>An update gives its place back.</summary>
    public void GiveBack(Asked asked)
    {
        if (asked.Day is { } day)
        {
            _places[(asked.Region, day)]--;
        }
        else if (asked.IsInherited)
        {
            _inherited[asked.Region]--;
        }
    }

    /// <summary>An update holds a place on a day that is not known.</summary>
    public void Inherit(string region) => _inherited[region] = _inherited.GetValueOrDefault(region) + 1;

    /// <summary>Sees how many places of a day are taken in the end.</summary>
    public void SeeTaken(string region, string day, int reserved)
    {
        var accounted = _places.GetValueOrDefault((region, day));
        var most = isWhole ? accounted + _inherited.GetValueOrDefault(region) : int.MaxValue;
        findings.Expect(
            reserved >= accounted && reserved <= most,
            "R17", $"{reserved} places of {region} {day} are taken, and {accounted} accounted for by events");
    }

    private (int Now, int Before, DateTimeOffset SetAt, long SetIn)? LimitOf(string region) =>
        _limits.TryGetValue(region, out var limit) ? limit : isWhole ? (LimitUnlessSet, LimitUnlessSet, default, 0) : null;
}
