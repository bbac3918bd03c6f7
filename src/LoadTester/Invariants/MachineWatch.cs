namespace Wuying.LoadTester.Invariants;

/// <summary>A machine does one thing at a time and is done, or given up, by its deadline (R25, R28).</summary>
internal sealed class MachineWatch(Findings findings)
{
    /// <summary>How long after a deadline it may be noticed.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(3);

    private readonly Dictionary<string, (string Kind, DateTimeOffset StartedAt, long StartedIn)> _busy = new(StringComparer.Ordinal);

    public void See(Fact fact)
    {
        switch (fact.Kind)
        {
            case "updateStarted" or "snapshotStarted" or "operationStarted":
                Begin(fact, fact.Text("operation", "kind"));
                break;
            case "imageUpdateStarted":
                Begin(fact, "image");
                break;
            case "updateSucceeded" or "snapshotCompleted" or "snapshotFailed" or "operationSucceeded" or "operationFailed"
                or "imageUpdateSucceeded" or "imageUpdateFailed":
                End(fact);
                break;
            case "updateFailed":
                findings.Expect(
                    fact.Is.Status is "faulted" && fact.Is.Version == fact.Was.Version, "R25", $"{fact.Id} is {fact.Is} after a failed update",
                    _busy.GetValueOrDefault(fact.Id).StartedIn);
                End(fact);
                break;
        }
    }

    public void ExpectIdle()
    {
        foreach (var (id, busy) in _busy)
        {
            findings.Expect(false, "R28", $"{id} is still at {busy.Kind} since {busy.StartedAt:O}", busy.StartedIn);
        }
    }

    private void Begin(Fact fact, string kind)
    {
        var isFree = _busy.TryAdd(fact.Id, (string.Intern(kind), fact.At, fact.Sequence));
        var before = _busy[fact.Id];
        findings.Expect(isFree, "one operation", $"{fact.Id} began {kind} while busy with {before.Kind} since {before.StartedAt:O}", before.StartedIn);
    }

    // What a computer was imported with, or had begun before the history begins, is not told as begun.
    private void End(Fact fact)
    {
        if (_busy.Remove(fact.Id, out var busy))
        {
            findings.Expect(
                fact.At <= busy.StartedAt + (2 * LongestOf(busy.Kind)) + Slack, "R28", $"{fact.Id} was at {busy.Kind} from {busy.StartedAt:O} to {fact.At:O}",
                busy.StartedIn);
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
