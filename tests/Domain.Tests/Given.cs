using System.Collections.Immutable;
using System.Globalization;

namespace Wuying.Domain.Tests;

/// <summary>What tests begin with: a computer in cn-hangzhou (UTC+8 all year), a catalogue of three versions, a night in May 2024.</summary>
internal static class Given
{
    public static readonly ImageVersion V1 = new("1.0.0-R-20240101.100000");
    public static readonly ImageVersion V2 = new("2.0.0-R-20240201.100000");
    public static readonly ImageVersion V3 = new("3.0.0-R-20240301.100000");

    public static readonly UserId Ann = new("ann");
    public static readonly UserId Bob = new("bob");

    public static readonly UpdateWindowCalendar Calendar = ProductRegion.CalendarOf(new RegionId("cn-hangzhou"));

    public static readonly DateOnly Night = new(2024, 5, 11);
    public static readonly DateTimeOffset Noon = Utc("2024-05-10T04:00:00Z");
    public static readonly DateTimeOffset Midnight = Utc("2024-05-10T16:00:00Z");
    public static readonly DateTimeOffset LastStart = Utc("2024-05-10T20:45:00Z");
    public static readonly DateTimeOffset Five = Utc("2024-05-10T21:00:00Z");

    public static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    public static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    public static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    public static UpdateWindowCalendar CalendarOfZone(string id) => new(TimeZoneInfo.FindSystemTimeZoneById(id));

    public static Region RegionWith(params ImageVersion[] published) => published.Aggregate(
        RegionRules.Evolve(null, RegionRules.Add(null, ProductRegion.Find(new RegionId("cn-hangzhou"))!, Noon).Events[0]),
        (region, version) => RegionRules.Publish(region, version, 1, Notes, "operator", Noon).Events.Aggregate(region, RegionRules.Evolve));

    public static ImmutableSortedDictionary<string, string> Notes { get; } =
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("en", "Fixes."), KeyValuePair.Create("zh", "修复。")]);

    private static readonly Region Catalogue = RegionWith(V1, V2, V3);

    public static UpdateTarget To(ImageVersion version) => Catalogue.TargetOf(version)!;

    public static CloudComputer Computer(CloudComputerStatus status = CloudComputerStatus.Running) => new()
    {
        Id = new CloudComputerId("ecd-1"),
        Name = "Desk 1",
        RegionId = new RegionId("cn-hangzhou"),
        OfficeNetworkId = "office-1",
        ImageId = new ImageId("m-1"),
        ImageType = ImageType.Custom,
        CurrentVersion = V1,
        Status = status,
        AssignedUserIds = [Ann, Bob],
    };

    public static UpdateRequest Scheduled(DateOnly day, ImageVersion? version = null, int leadHours = 3) => new()
    {
        Target = To(version ?? V2),
        Method = UpdateMethod.Scheduled,
        Date = day,
        SnapshotLeadHours = leadHours,
        RequestedBy = "operator",
    };

    public static UpdateRequest Immediate(bool snapshotFirst = true, ImageVersion? version = null) => new()
    {
        Target = To(version ?? V2),
        Method = UpdateMethod.Immediate,
        SnapshotFirst = snapshotFirst,
        RequestedBy = "operator",
    };

    public static UpdateOffer Offer(ImageVersion? version = null, int push = 1, bool automatic = true) => new(To(version ?? V2), push, automatic, "operator");

    public static OfferAcceptance Yes(int inHours = 0, StateAfterwards afterwards = StateAfterwards.AsBefore) =>
        new(Ann, TimeSpan.FromHours(inHours), afterwards);

    /// <summary>A running computer whose users are offered the second version.</summary>
    public static CloudComputer Offered() => Computer().After(OfferRules.Offer(Computer(), Offer(), Calendar, Noon));

    /// <summary>The same, accepted at noon for some hours later.</summary>
    public static CloudComputer Accepted(int inHours, StateAfterwards afterwards = StateAfterwards.AsBefore) =>
        Offered().After(OfferRules.Accept(Offered(), Yes(inHours, afterwards), Calendar, Noon));

    /// <summary>A running computer with an update for the night and the snapshot it needs.</summary>
    public static CloudComputer ReadyForTheNight() => Computer()
        .Asked(Scheduled(Night), Noon)
        .Reconciled(Midnight.AddHours(-3))
        .Reconciled(Midnight.AddHours(-3).AddMinutes(3), Success);

    /// <summary>The same, being updated since 01:00.</summary>
    public static CloudComputer BeingUpdated() => ReadyForTheNight().Reconciled(Midnight.AddHours(1));

    public static Decision<CloudComputerEvent> Ask(this CloudComputer computer, UpdateRequest request, DateTimeOffset now) =>
        UpdateRules.Request(computer, request, Calendar, now);

    public static CloudComputer Asked(this CloudComputer computer, UpdateRequest request, DateTimeOffset now) =>
        computer.After(computer.Ask(request, now));

    public static CloudComputer Connected(this CloudComputer computer, DateTimeOffset now) =>
        computer.After(SessionRules.Connect(computer, Ann, now));

    public static CloudComputer After(this CloudComputer computer, Decision<CloudComputerEvent> decision)
    {
        Assert.True(decision.IsAccepted, $"Not accepted: {decision.Rejection}");
        return CloudComputerEvolution.Evolve(computer, decision.Events);
    }

    /// <summary>What the machine says of its operation when it is done.</summary>
    public static MachineReport Success(CloudComputer computer) => new(computer.Operation!.Id, MachineReportState.Succeeded, null, null);

    /// <summary>What it says when it failed.</summary>
    public static MachineReport Failure(CloudComputer computer) => new(computer.Operation!.Id, MachineReportState.Failed, null, "Disk full.");

    public static ImmutableArray<CloudComputerEvent> Reconcile(
        this CloudComputer computer, DateTimeOffset now, Func<CloudComputer, MachineReport>? report = null) =>
        CloudComputerReconciliation.Reconcile(computer, report?.Invoke(computer), UpdatePolicy.Default, now);

    public static CloudComputer Reconciled(
        this CloudComputer computer, DateTimeOffset now, Func<CloudComputer, MachineReport>? report = null) =>
        CloudComputerEvolution.Evolve(computer, computer.Reconcile(now, report));

    /// <summary>Asserts a refusal.</summary>
    public static void Refused<T>(RejectionCode code, Decision<T> decision) => Assert.Equal(code, decision.Rejection?.Code);

    /// <summary>Asserts success without a change.</summary>
    public static void Unchanged<T>(Decision<T> decision) => Assert.True(decision is { IsRejected: false, IsAccepted: false }, $"{decision.Rejection}");
}
