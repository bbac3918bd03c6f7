namespace Wuying.Harness.History;

/// <summary>A machine does one thing at a time and is done, or given up, by its deadline; what is restored is as it was (R25–R28).</summary>
internal sealed class MachineWatch(Findings findings)
{
    private const int SnapshotsMax = 10;

    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(3);

    private readonly Dictionary<string, (string Kind, DateTimeOffset StartedAt)> _busy = [];
    private readonly Dictionary<string, (string Version, string Status)> _snapshots = [];
    private readonly Dictionary<string, HashSet<string>> _held = [];

    public void See(Fact fact)
    {
        switch (fact.Kind)
        {
            case "updateStarted" or "snapshotStarted" or "operationStarted":
                Begin(fact, fact.Text("operation", "kind")!);
                break;
            case "imageUpdateStarted":
                Begin(fact, "image");
                break;
            case "updateSucceeded" or "updateFailed" or "snapshotFailed" or "operationFailed" or "imageUpdateSucceeded" or "imageUpdateFailed":
                End(fact);
                break;
            case "snapshotCompleted":
                End(fact);
                SeeSnapshot(fact);
                break;
            case "operationSucceeded":
                End(fact);
                SeeRestored(fact);
                break;
        }

        findings.Expect(fact.Kind is not "updateFailed" || fact.After is { Status: "faulted" } after && after.Version == fact.Before!.Version,
            "R25", $"{fact.Id} is {fact.After} after a failed update");
    }

    public void ExpectIdle()
    {
        foreach (var (id, busy) in _busy)
        {
            findings.Expect(false, "R28", $"{id} is still at {busy.Kind} since {busy.StartedAt:O}");
        }
    }

    private void Begin(Fact fact, string kind) =>
        findings.Expect(_busy.TryAdd(fact.Id, (kind, fact.At)), "one operation", $"{fact.Id} began {kind} while busy with {_busy.GetValueOrDefault(fact.Id)}");

    // What a computer was imported with is not told as begun.
    private void End(Fact fact)
    {
        if (_busy.Remove(fact.Id, out var busy))
        {
            findings.Expect(fact.At <= busy.StartedAt + (2 * LongestOf(busy.Kind)) + Slack, "R28", $"{fact.Id} was at {busy.Kind} from {busy.StartedAt:O} to {fact.At:O}");
        }
    }

    private void SeeSnapshot(Fact fact)
    {
        var id = fact.Text("snapshot", "id")!;
        _snapshots[id] = (fact.Before!.Version, fact.Before.Status is "running" ? "running" : "stopped");
        var held = _held.TryGetValue(fact.Id, out var known) ? known : _held[fact.Id] = [];
        held.Add(id);
        held.ExceptWith(fact.Data.GetProperty("removed").EnumerateArray().Select(removed => removed.GetString()!));
        findings.Expect(held.Count <= SnapshotsMax, "R27", $"{fact.Id} keeps {held.Count} snapshots");
    }

    private void SeeRestored(Fact fact)
    {
        if (fact.Text("operation", "kind") is "restoring")
        {
            var id = fact.Text("operation", "snapshotId")!;
            findings.Expect(_held[fact.Id].Contains(id), "R27", $"{fact.Id} was restored from {id}, which had been removed");
            findings.Expect((fact.After!.Version, fact.After.Status) == _snapshots[id], "R26", $"{fact.Id} was restored to {fact.After}, not to {_snapshots[id]}");
        }
    }

    private static TimeSpan LongestOf(string kind) => TimeSpan.FromMinutes(kind switch
    {
        "updating" or "image" => 15,
        "snapshotting" => 4,
        "restoring" => 5,
        "restarting" => 2,
        _ => 1,
    });
}
