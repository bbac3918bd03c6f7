using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Wuying.LoadTester.Invariants;

/// <summary>A computer keeps few snapshots, and what is restored is as it was (R26, R27).</summary>
internal sealed class SnapshotWatch(Findings findings)
{
    private const int SnapshotsMax = 10;
    private const int RememberedMax = 3;

    private readonly Dictionary<string, List<Held>> _held = new(StringComparer.Ordinal);

    public void See(Fact fact)
    {
        switch (fact.Kind)
        {
            case "snapshotCompleted":
                SeeMade(fact);
                break;
            case "operationSucceeded" when fact.Text("operation", "kind") is "restoring":
                SeeRestored(fact, fact.Text("operation", "snapshotId"));
                break;
        }
    }

    private void SeeMade(Fact fact)
    {
        var held = _held.TryGetValue(fact.Id, out var known) ? known : _held[fact.Id] = new List<Held>(1);
        var status = fact.Was.Status is "running" ? "running" : "stopped";
        held.Add(new Held(KeyOf(fact.Text("snapshot", "id")), fact.Was.Version, status, fact.Sequence, RemovedIn: 0));
        foreach (var removed in fact.Texts("removed").Select(KeyOf))
        {
            var index = held.FindIndex(snapshot => snapshot.Key == removed);
            if (index >= 0)
            {
                held[index] = held[index] with { RemovedIn = fact.Sequence };
            }
        }

        // Of those that are gone the last ones are remembered, to know them again if one of them is restored.
        held.RemoveAll(snapshot => snapshot.RemovedIn != 0 && held.Count > SnapshotsMax + RememberedMax);
        long[] kept = [.. held.Where(snapshot => snapshot.RemovedIn == 0).Select(snapshot => snapshot.MadeIn)];
        findings.Expect(kept.Length <= SnapshotsMax, "R27", $"{fact.Id} keeps {kept.Length} snapshots", kept);
    }

    // One that was made before the history begins, or came with an import, is not known.
    private void SeeRestored(Fact fact, string id)
    {
        var key = KeyOf(id);
        if (_held.GetValueOrDefault(fact.Id)?.Find(held => held.Key == key) is { MadeIn: > 0 } snapshot)
        {
            findings.Expect(snapshot.RemovedIn == 0, "R27", $"{fact.Id} was restored from {id}, which had been removed", snapshot.MadeIn, snapshot.RemovedIn);
            findings.Expect(
                fact.Is.Version == snapshot.Version && fact.Is.Status == snapshot.Status,
                "R26", $"{fact.Id} was restored to {fact.Is}, not to {snapshot.Status} at {snapshot.Version}", snapshot.MadeIn);
        }
    }

    // A snapshot for each computer and night: its id is kept as 64 bits.
    private static ulong KeyOf(string id) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(id.AsSpan()));

    /// <summary>A snapshot of a computer.</summary>
    /// <param name="Key">Stands for its id.</param>
    /// <param name="Version">What the computer ran.</param>
    /// <param name="Status">What it was doing.</param>
    /// <param name="MadeIn">The event that made it.</param>
    /// <param name="RemovedIn">The event that removed it; 0 while it is there.</param>
    private readonly record struct Held(ulong Key, string Version, string Status, long MadeIn, long RemovedIn);
}
