using System.Globalization;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;

namespace Wuying.Storage.Tests;

/// <summary>Small worlds to put into stores.</summary>
internal static class Sample
{
    public const string Hangzhou = "cn-hangzhou";

    public static readonly DateTimeOffset Noon = new(2023, 10, 24, 4, 0, 0, TimeSpan.Zero);

    public static readonly DateOnly Day = new(2023, 10, 26);

    public static readonly UpdateWindow Window = new(new(2023, 10, 25, 16, 0, 0, TimeSpan.Zero), new(2023, 10, 25, 21, 0, 0, TimeSpan.Zero));

    public static readonly ImageVersion Old = new("2.0.0-R-20230901.101500");

    public static readonly ImageVersion New = new("2.1.0-R-20231020.101500");

    public static CloudComputer Computer(string id, string region = Hangzhou) => new()
    {
        Id = new(id),
        Name = $"Desk of {id}",
        RegionId = new(region),
        OfficeNetworkId = $"{region}+dir-1",
        ImageId = new("m-1"),
        ImageType = ImageType.Custom,
        CurrentVersion = Old,
        Status = CloudComputerStatus.Running,
    };

    public static PendingUpdate Scheduled(string id, int number = 1) => new()
    {
        UpdateId = new($"{id}-u{number.ToString(CultureInfo.InvariantCulture)}"),
        Version = New,
        Method = UpdateMethod.Scheduled,
        Date = Day,
        Window = Window,
        SnapshotLeadHours = 3,
        Snapshot = UpdateSnapshot.Pending,
        State = PendingUpdateState.Scheduled,
        RequestedBy = "ops",
        RequestedAt = Noon,
        Reservation = new(Day, new($"{id}-u{number.ToString(CultureInfo.InvariantCulture)}")),
    };

    public static CustomImage Image(string id, string region = Hangzhou) => new()
    {
        Id = new(id),
        Name = $"Image {id}",
        RegionId = new(region),
        Type = ImageType.Custom,
        CurrentVersion = Old,
    };

    public static Region Region(string id = Hangzhou) => new() { Id = new(id), DisplayName = id, TimeZone = "Asia/Shanghai" };

    public static FleetEvent Change(string subjectId, string kind = "updateStarted", DateTimeOffset? at = null) => new()
    {
        At = at ?? Noon,
        RegionId = Hangzhou,
        Subject = "computer",
        SubjectId = subjectId,
        Kind = kind,
        RequestedBy = "ops",
        Data = """{"version":"2.1.0-R-20231020.101500"}""",
        Before = """{"status":"running"}""",
        After = """{"status":"updating"}""",
    };

    public static UpdateRow Update(string computerId, int number = 1, UpdateRowState state = UpdateRowState.Scheduled) => new()
    {
        UpdateId = new($"{computerId}-u{number.ToString(CultureInfo.InvariantCulture)}"),
        ComputerId = new(computerId),
        RegionId = new(Hangzhou),
        Date = Day,
        Version = New,
        FromVersion = Old,
        Method = UpdateMethod.Scheduled,
        State = state,
        RequestedBy = "ops",
        RequestedAt = Noon,
        ReservationId = new($"{computerId}-u{number.ToString(CultureInfo.InvariantCulture)}"),
    };

    public static GrainState<Stored<T>> StateOf<T>(T current)
        where T : class => new(new Stored<T> { Current = current });
}
