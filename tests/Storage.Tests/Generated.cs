using CsCheck;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Images;
using Wuying.Domain.Snapshots;
using Wuying.Domain.Tags;
using Wuying.Domain.Updates;

namespace Wuying.Storage.Tests;

/// <summary>Fleets and filters by chance, out of few values so that they meet. They need not obey the rules: a store keeps what it is given.</summary>
internal static class Generated
{
    private static readonly Gen<string> Region = Gen.OneOfConst(Sample.Hangzhou, "eu-central-1");
    private static readonly Gen<string> User = Gen.OneOfConst("alice", "bob", "carol");
    private static readonly Gen<string> Name = Gen.OneOfConst("Anna's desk", "ÄRGER", "Ärger 100%", "机房_1", "ecd", "x\\y");
    private static readonly Gen<CloudComputerStatus> Status = Gen.Enum<CloudComputerStatus>().Where(status => status is not CloudComputerStatus.Unspecified);
    private static readonly Gen<ImageVersion> Version = Gen.OneOfConst(Sample.Old, Sample.New);
    private static readonly Gen<ImageType> Type = Gen.OneOfConst(ImageType.Custom, ImageType.System, ImageType.Shared);
    private static readonly Gen<RejectionCode> Reason = Gen.OneOfConst(
        RejectionCode.ComputerConnected, RejectionCode.ComputerNotRunning, RejectionCode.SnapshotMissing, RejectionCode.ComputerBusy);

    private static readonly Gen<DateTimeOffset> Instant = Gen.Int[-6, 6].Select(hours => Sample.Window.StartsAt.AddHours(hours));

    private static readonly Gen<PendingUpdate> Pending = Gen.Select(
        Gen.OneOfConst(PendingUpdateState.Offered, PendingUpdateState.Scheduled, PendingUpdateState.Waiting, PendingUpdateState.Running),
        MaybeOf(Reason), Gen.Bool, Gen.Int[0, 1],
        Gen.OneOfConst(UpdateSnapshot.Pending, UpdateSnapshot.Creating, UpdateSnapshot.Ready, UpdateSnapshot.Failed, UpdateSnapshot.NotWanted),
        Instant, MaybeOf(Instant),
        (state, reason, windowed, days, snapshot, requestedAt, retryAt) => Sample.Scheduled("ecd-x") with
        {
            State = state,
            Reason = reason,
            Date = Sample.Day.AddDays(days),
            Window = windowed ? Sample.Window : null,
            Snapshot = snapshot,
            RequestedAt = requestedAt,
            SnapshotRetryAt = retryAt,
        });

    private static readonly Gen<MachineOperation> Operation = Gen.Select(Gen.Bool, Instant, (serves, at) => new MachineOperation
    {
        Id = "ecd-x-o1",
        Kind = MachineOperationKind.Snapshotting,
        StartedAt = at,
        UpdateId = serves ? new UpdateId("ecd-x-u1") : null,
    });

    private static readonly Gen<LastUpdate> Last = MaybeOf(Reason).Select(reason => new LastUpdate
    {
        UpdateId = new("ecd-x-u0"),
        Version = Sample.New,
        FromVersion = Sample.Old,
        Outcome = UpdateOutcome.Missed,
        Reason = reason,
        FinishedAt = Sample.Noon,
        Method = UpdateMethod.Scheduled,
        Date = Sample.Day,
        RequestedBy = "ops",
        RequestedAt = Sample.Noon,
    });

    private static readonly Gen<string> TagKey = Gen.OneOfConst("team", "Team", "cost centre", "=", "机房");
    private static readonly Gen<string> TagValue = Gen.OneOfConst("", "a", "A", "'; x", "105");

    private static readonly Gen<Snapshot> Snapshot = Gen.Const(
        new Snapshot(new("ecd-x-s1"), "before", Sample.Noon, IsAutomatic: false, Sample.Old, CloudComputerStatus.Running));

    private static readonly Gen<CloudComputer> Computer = Gen.Select(
        Gen.Select(Region, Name, Status, Version, Type),
        Gen.Select(Gen.Bool, User.Array[0, 3], Gen.Int[1, 2], Gen.Int[1, 2]),
        Gen.Select(Maybe(Pending), Maybe(Operation), Maybe(Last), Gen.Select(TagKey, TagValue).Array[0, 3], Snapshot.Array[0, 1]),
        (what, who, work) => Sample.Computer("", what.Item1) with
        {
            Name = what.Item2,
            Status = what.Item3,
            CurrentVersion = what.Item4,
            ImageType = what.Item5,
            Session = who.Item1 ? new UserSession(new("alice"), Sample.Noon) : null,
            AssignedUserIds = [.. who.Item2.Distinct().Select(user => new UserId(user))],
            OfficeNetworkId = $"dir-{who.Item3}",
            ImageId = new($"m-{who.Item4}"),
            PendingUpdate = work.Item1,
            Operation = work.Item2,
            LastUpdate = work.Item3,
            Tags = TagRules.Merge(work.Item4.Select(tag => new Tag(tag.Item1, tag.Item2))),
            Snapshots = [.. work.Item5],
        });

    /// <summary>Any filter.</summary>
    public static readonly Gen<ComputerFilter> Filter = Gen.Select(
        Gen.Select(Maybe(Region), SeldomOf(Status), SeldomOf(Gen.Bool), SeldomOf(Gen.Int[1, 2]), SeldomOf(Gen.Int[1, 2])),
        Gen.Select(Seldom(Version.Array[0, 2]), SeldomOf(Gen.Enum<PendingFilter>().Where(pending => pending is not PendingFilter.Unspecified)), SeldomOf(Reason)),
        Gen.Select(Seldom(Gen.OneOfConst("ECD-0", "ärg", "%", "_", "机", "'s", "\\", "7")), Seldom(User), SeldomOf(Type)),
        Gen.Select(Seldom(Name), Seldom(Status.Array[0, 3]), Seldom(Gen.Int[0, 70].Array[0, 40]), Seldom(Gen.Int[0, 3].Array[0, 2]), Seldom(Gen.Int[1, 3].Array[0, 2])),
        Gen.Select(Seldom(User.Array[0, 2]), Seldom(User.Array[0, 2]), Seldom(Gen.Select(TagKey, Maybe(TagValue)).Array[0, 2]), SeldomOf(Gen.Bool), Gen.Int[0, 9]),
        (where, how, who, which, more) => new ComputerFilter
        {
            RegionId = where.Item1 is { } region ? new(region) : null,
            Status = where.Item2,
            IsConnected = where.Item3,
            OfficeNetworkId = where.Item4 is { } office ? $"dir-{office}" : null,
            ImageId = where.Item5 is { } image ? new($"m-{image}") : null,
            Versions = how.Item1 is { } versions ? [.. versions] : null,
            Pending = how.Item2,
            Reason = how.Item3,
            Text = who.Item1,
            AssignedUserId = who.Item2 is { } user ? new(user) : null,
            ImageType = who.Item3,
            Name = which.Item1,
            Statuses = which.Item2 is { } statuses ? [.. statuses] : null,
            Ids = which.Item3 is { } ids ? [.. ids.Select(number => new CloudComputerId($"ecd-{number:000}"))] : null,
            ImageIds = which.Item4 is { } images ? [.. images.Select(number => new ImageId($"m-{number}"))] : null,
            OfficeNetworkIds = which.Item5 is { } offices ? [.. offices.Select(number => $"dir-{number}")] : null,
            AssignedUserIds = more.Item1 is { } some ? [.. some.Select(name => new UserId(name))] : null,
            ExcludedUserIds = more.Item2 is { } none ? [.. none.Select(name => new UserId(name))] : null,
            Tags = more.Item3 is { } tags ? [.. tags.Select(tag => new TagFilter(tag.Item1, tag.Item2))] : null,
            IsTagged = more.Item4,
            HasSnapshots = more.Item5 == 0,
        });

    public static readonly Gen<ComputerOrder> Order = Gen.Select(
        Gen.Enum<ComputerOrderKey>().Where(key => key is not ComputerOrderKey.Unspecified), Gen.Bool, (key, descending) => new ComputerOrder(key, descending));

    /// <summary>What a failure shows besides the seed: nothing, since fleets are long and the seed makes them again.</summary>
    public static string Print<T>(T generated) => generated is null ? "nothing" : generated.GetType().Name;

    /// <summary>So many computers, always of the same ids.</summary>
    public static Gen<CloudComputer[]> Fleet(int size) => Computer.Array[size].Select(fleet =>
        fleet.Select((computer, number) => computer with { Id = new($"ecd-{number:000}") }).ToArray());

    private static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : class => Gen.Select(Gen.Bool, gen, (some, value) => some ? value : null);

    private static Gen<T?> MaybeOf<T>(Gen<T> gen)
        where T : struct => Gen.Select(Gen.Bool, gen, (some, value) => some ? value : (T?)null);

    private static Gen<T?> Seldom<T>(Gen<T> gen)
        where T : class => Gen.Select(Gen.Int[0, 4], gen, (some, value) => some == 0 ? value : null);

    private static Gen<T?> SeldomOf<T>(Gen<T> gen)
        where T : struct => Gen.Select(Gen.Int[0, 4], gen, (some, value) => some == 0 ? value : (T?)null);
}
