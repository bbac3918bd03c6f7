using Wuying.LoadTester.Service;

namespace Wuying.LoadTester.Mixes;

/// <summary>
/// Makes up requests, one after the other. What comes when follows from the seed and the fleet alone, never from what is answered:
/// the same seed on the same fleet gives the same requests, but for their keys.
/// </summary>
internal sealed class Mixture
{
    private const int ComputersMax = 20;

    /// <summary>How many of those who are to be connected, and of those who were given updates, are remembered.</summary>
    private const int RememberedMax = 10_000;

    private static readonly string[] Filters = ["status=running", "status=stopped", "connection=connected", "pending=scheduled", "pending=none", "reason=ComputerConnected"];

    private readonly Random _chance;
    private readonly Weights _weights;
    private readonly RequestKeys _keys;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> _days;
    private readonly IReadOnlyList<ComputerView> _computers;
    private readonly Dictionary<string, ComputerView[]> _byRegion;
    private readonly string[] _regions;
    private readonly Queue<(string Computer, string User)> _connected = new();
    private readonly Queue<(string Region, string[] Computers)> _scheduled = new();

    /// <summary>Begins a mixture.</summary>
    /// <param name="computers">The fleet, in a fixed order.</param>
    /// <param name="days">The days that can be picked, by region.</param>
    /// <param name="weights">How often what comes.</param>
    /// <param name="seed">What decides the rest.</param>
    /// <param name="keys">Keys of writes.</param>
    public Mixture(
        IReadOnlyList<ComputerView> computers, IReadOnlyDictionary<string, IReadOnlyList<string>> days, Weights weights, long seed, RequestKeys keys)
    {
        (_computers, _days, _weights, _keys) = (computers, days, weights, keys);
        _chance = new Random((int)(seed % int.MaxValue));
        _byRegion = computers.GroupBy(computer => computer.RegionId, StringComparer.Ordinal).ToDictionary(region => region.Key, region => region.ToArray());
        _regions = [.. _byRegion.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>The next request.</summary>
    public ServiceRequest Next() => _weights.Draw(_chance) switch
    {
        MixedKind.Read => ServiceRequest.Get("read computer", $"/computers/{SomeComputer().ComputerId}"),
        MixedKind.List => ServiceRequest.Get("list computers", $"/regions/{SomeRegion()}/computers?limit=50&{Filters[_chance.Next(Filters.Length)]}"),
        MixedKind.Summary => ServiceRequest.Get("summary", $"/fleet/summary?regionId={SomeRegion()}"),
        MixedKind.Quotas => ServiceRequest.Get("quotas", $"/regions/{SomeRegion()}/quotas"),
        MixedKind.Schedule => Schedule(),
        MixedKind.Change => Change(),
        MixedKind.Cancel => Cancel(),
        MixedKind.Connect => Connect(),
        var kind => throw new InvalidOperationException($"{kind} is no kind of request."),
    };

    private ServiceRequest Schedule()
    {
        var region = SomeRegion();
        var fleet = _byRegion[region];
        string[] computers = [.. Enumerable.Range(0, _chance.Next(1, ComputersMax + 1)).Select(_ => fleet[_chance.Next(fleet.Length)].ComputerId).Distinct(StringComparer.Ordinal)];
        Remember(_scheduled, (region, computers));
        return RequestUpdates("schedule", region, computers);
    }

    private ServiceRequest Change()
    {
        if (!_scheduled.TryDequeue(out var earlier))
        {
            return Schedule();
        }

        Remember(_scheduled, earlier);
        return RequestUpdates("change", earlier.Region, earlier.Computers);
    }

    private ServiceRequest Cancel()
    {
        var computer = _scheduled.TryPeek(out var earlier) ? earlier.Computers[_chance.Next(earlier.Computers.Length)] : SomeComputer().ComputerId;
        return ServiceRequest.Write("cancel", HttpMethod.Delete, $"/computers/{computer}/pending-update", _keys.Next());
    }

    private ServiceRequest Connect()
    {
        if (_connected.Count > 0 && _chance.Next(2) == 0)
        {
            var (computer, user) = _connected.Dequeue();
            return ServiceRequest.Write("disconnect", HttpMethod.Delete, $"/computers/{computer}/sessions/{user}", _keys.Next());
        }

        var chosen = SomeComputer();
        if (chosen.AssignedUserIds.Count == 0)
        {
            return ServiceRequest.Get("read computer", $"/computers/{chosen.ComputerId}");
        }

        Remember(_connected, (chosen.ComputerId, chosen.AssignedUserIds[0]));
        return ServiceRequest.Write(
            "connect", HttpMethod.Post, $"/computers/{chosen.ComputerId}/sessions", _keys.Next(), new ConnectBody(chosen.AssignedUserIds[0]), ServiceJsonContext.Default.ConnectBody);
    }

    private ServiceRequest RequestUpdates(string operation, string region, string[] computers)
    {
        var days = _days[region];
        var body = new RequestUpdatesBody("latest", days[_chance.Next(days.Count)]) { ComputerIds = computers };
        return ServiceRequest.Write(
            operation, HttpMethod.Post, $"/regions/{region}/updates", _keys.Next(), body, ServiceJsonContext.Default.RequestUpdatesBody) with
        {
            IsForMany = true,
        };
    }

    private static void Remember<T>(Queue<T> queue, T item)
    {
        queue.Enqueue(item);
        if (queue.Count > RememberedMax)
        {
            queue.Dequeue();
        }
    }

    private ComputerView SomeComputer() => _computers[_chance.Next(_computers.Count)];

    private string SomeRegion() => _regions[_chance.Next(_regions.Length)];
}
