using System.Text.Json;
using Wuying.Api.CloudComputers;
using Wuying.Api.Json;
using Wuying.Api.Tests.Fakes;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Images;
using Wuying.Domain.Snapshots;
using Wuying.Domain.Tags;
using Wuying.Domain.Updates;

namespace Wuying.Api.Tests.Json;

public sealed class A_computer_in_json
{
    private static readonly DateTimeOffset At = new(2023, 10, 25, 18, 0, 0, TimeSpan.FromHours(2));

    [Fact]
    public void Has_the_shape_of_the_contract_when_nothing_happens() => Assert.Equal(
        """{"computerId":"ecd-1","name":"call-0001","regionId":"cn-hangzhou","officeNetworkId":"cn-hangzhou+dir-1","imageId":"m-1","imageType":"custom","currentVersion":"2.6.0-R-20230912.183045","status":"running","connection":"disconnected","connectedUserId":null,"assignedUserIds":["alice"],"usesOutdatedImage":false,"tags":{"team":"a"},"pendingUpdate":null,"operation":null,"lastUpdate":null}""",
        Write(Samples.Computer() with { Tags = [new Tag("team", "a")] }));

    [Fact]
    public void Has_the_shape_of_the_contract_when_all_happens()
    {
        var text = Write(Samples.Computer() with
        {
            Session = new UserSession(new UserId("alice"), At),
            PendingUpdate = Pending,
            Operation = new MachineOperation { Id = "o", Kind = MachineOperationKind.Snapshotting, StartedAt = At },
            LastUpdate = Last,
        });
        Assert.Contains(""","connection":"connected","connectedUserId":"alice",""", text, StringComparison.Ordinal);
        Assert.EndsWith(
            ""","pendingUpdate":{"updateId":"ecd-1-u1","version":"2.7.0-R-20231020.101500","method":"scheduled","date":"2023-10-26","windowStartsAt":"2023-10-25T16:00:00Z","windowEndsAt":"2023-10-25T21:00:00Z","snapshotLeadHours":3,"snapshot":"creating","state":"waiting","reason":"ComputerConnected","requestedBy":"ops","requestedAt":"2023-10-25T16:00:00.5Z"},"operation":{"kind":"snapshotting","startedAt":"2023-10-25T16:00:00Z","endsAt":"2023-10-25T16:04:00Z"},"lastUpdate":{"updateId":"ecd-1-u0","version":"2.7.0-R-20231020.101500","fromVersion":"2.6.0-R-20230912.183045","outcome":"missed","reason":"ComputerNotRunning","startedAt":null,"finishedAt":"2023-10-25T16:00:00Z","snapshotId":"ecd-1-s1"}}""",
            text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Has_no_snapshot_and_no_window_where_none_is_wanted() => Assert.Contains(
        "\"windowStartsAt\":null,\"windowEndsAt\":null,\"snapshotLeadHours\":null,\"snapshot\":null,",
        Write(Samples.Computer() with
        {
            PendingUpdate = Pending with { Method = UpdateMethod.Immediate, Window = null, Snapshot = UpdateSnapshot.NotWanted },
        }),
        StringComparison.Ordinal);

    private static PendingUpdate Pending => new()
    {
        UpdateId = new UpdateId("ecd-1-u1"),
        Version = new ImageVersion(Samples.NewerVersion),
        Method = UpdateMethod.Scheduled,
        Date = new DateOnly(2023, 10, 26),
        Window = new UpdateWindow(At, At.AddHours(5)),
        SnapshotLeadHours = 3,
        Snapshot = UpdateSnapshot.Creating,
        State = PendingUpdateState.Waiting,
        Reason = RejectionCode.ComputerConnected,
        RequestedBy = "ops",
        RequestedAt = At.AddMilliseconds(500),
    };

    private static LastUpdate Last => new()
    {
        UpdateId = new UpdateId("ecd-1-u0"),
        Version = new ImageVersion(Samples.NewerVersion),
        FromVersion = new ImageVersion(Samples.OlderVersion),
        Outcome = UpdateOutcome.Missed,
        Reason = RejectionCode.ComputerNotRunning,
        FinishedAt = At,
        SnapshotId = new SnapshotId("ecd-1-s1"),
        Method = UpdateMethod.Scheduled,
        Date = new DateOnly(2023, 10, 24),
        RequestedBy = "ops",
        RequestedAt = At,
    };

    private static string Write(CloudComputer computer) => JsonSerializer.Serialize(computer.ToResponse(), ApiJson.Options);
}
