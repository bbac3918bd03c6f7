using System.Collections.Immutable;

namespace Wuying.Domain.Tests.Snapshots;

public sealed class R27_Keeping_snapshots
{
    private static readonly Gen<ImmutableArray<Snapshot>> AnySnapshots =
        Gen.Select(Gen.Int[0, 1_000], Gen.Bool).Array[0, 15].Select(rows => rows.Select((row, index) => A(index, row.Item1, row.Item2)).ToImmutableArray());

    [Fact]
    public void Removes_nothing_up_to_ten() => Assert.Empty(SnapshotRetention.ToRemove(Snapshots(10, automatic: true), inUse: null));

    [Fact]
    public void Removes_the_oldest_automatic_one_first()
    {
        ImmutableArray<Snapshot> snapshots = [.. Snapshots(5, automatic: false), .. Snapshots(6, automatic: true, from: 5)];

        Assert.Equal([snapshots[5].Id], SnapshotRetention.ToRemove(snapshots, inUse: null));
    }

    [Fact]
    public void Removes_the_oldest_made_by_hand_when_no_automatic_one_can_go()
    {
        ImmutableArray<Snapshot> snapshots = [.. Snapshots(10, automatic: false), A(10, 10, automatic: true)];

        Assert.Equal([snapshots[0].Id], SnapshotRetention.ToRemove(snapshots, inUse: snapshots[10].Id));
    }

    [Fact]
    public void Never_removes_the_one_a_pending_update_depends_on()
    {
        var computer = Given.ReadyForTheNight();
        var needed = computer.PendingUpdate!.SnapshotId!.Value;

        for (var made = 0; made < 15; made++)
        {
            computer = computer.After(SnapshotRules.Create(computer, $"by hand {made}", Given.Midnight.AddHours(-2)))
                .Reconciled(Given.Midnight.AddHours(-2).AddMinutes(made), Given.Success);
        }

        Assert.Equal(10, computer.Snapshots.Length);
        Assert.Contains(computer.Snapshots, snapshot => snapshot.Id == needed);
    }

    [Fact]
    public void Keeps_the_one_just_made_for_an_update_though_ten_made_by_hand_are_there()
    {
        var computer = (Given.Computer() with { Snapshots = Snapshots(10, automatic: false) }).Asked(Given.Immediate(), Given.Noon);

        var after = computer.Reconciled(Given.Noon.AddMinutes(3), Given.Success);

        Assert.Equal(10, after.Snapshots.Length);
        Assert.Contains(after.Snapshots, snapshot => snapshot.Id == after.PendingUpdate!.SnapshotId);
        Assert.DoesNotContain(after.Snapshots, snapshot => snapshot.Id == computer.Snapshots[0].Id);
    }

    [Fact]
    public void Leaves_ten_at_the_most_and_the_one_in_use_whatever_there_is() => AnySnapshots.Sample(snapshots =>
    {
        var inUse = snapshots.IsEmpty ? (SnapshotId?)null : snapshots[snapshots.Length / 2].Id;
        var removed = SnapshotRetention.ToRemove(snapshots, inUse);
        var kept = snapshots.Where(snapshot => !removed.Contains(snapshot.Id)).ToList();
        return kept.Count == Math.Min(10, snapshots.Length)
            && (inUse is null || kept.Exists(snapshot => snapshot.Id == inUse))
            && snapshots.Where(snapshot => removed.Contains(snapshot.Id) && !snapshot.IsAutomatic)
                .All(_ => kept.TrueForAll(snapshot => !snapshot.IsAutomatic || snapshot.Id == inUse));
    });

    private static ImmutableArray<Snapshot> Snapshots(int count, bool automatic, int from = 0) =>
        [.. Enumerable.Range(from, count).Select(number => A(number, number, automatic))];

    private static Snapshot A(int number, int hour, bool automatic) => new(
        new SnapshotId($"ecd-1-s{1_000 + number}"), $"{number}", Given.Noon.AddDays(-100).AddHours(hour), automatic, Given.V1, CloudComputerStatus.Running);
}
