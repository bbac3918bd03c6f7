using System.Collections.Immutable;
using System.Globalization;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;

namespace Wuying.Harness;

/// <summary>Test data, as short as it can be said.</summary>
public static class A
{
    public static readonly RegionId Hangzhou = new("cn-hangzhou");

    public static readonly ImageVersion OldVersion = new("2.6.0-R-20230912.183045");

    public static readonly ImageVersion NewVersion = new("2.7.0-R-20231020.101500");

    public static readonly ImageVersion NewerVersion = new("2.8.0-R-20231101.080000");

    public static readonly ImmutableSortedDictionary<string, string> ReleaseNotes =
        ImmutableSortedDictionary<string, string>.Empty.Add("en", "Fixes").Add("zh", "修复");

    /// <summary>A computer with one assigned user, <c>user-of-ID</c>.</summary>
    public static CloudComputer Computer(string id, CloudComputerStatus status = CloudComputerStatus.Running, RegionId? region = null) => new()
    {
        Id = new CloudComputerId(id),
        Name = id,
        RegionId = region ?? Hangzhou,
        OfficeNetworkId = "office",
        ImageId = new ImageId("m-1"),
        ImageType = ImageType.Custom,
        CurrentVersion = OldVersion,
        Status = status,
        AssignedUserIds = [UserOf(id)],
        ImportFingerprint = "test",
    };

    /// <summary>Versions without end, each newer than <see cref="NewerVersion"/> and the one before.</summary>
    public static ImageVersion Version(int number) => new(string.Create(CultureInfo.InvariantCulture, $"3.{number}.0-R-202312{number:00}.080000"));

    public static UserId UserOf(string id) => new($"user-of-{id}");

    public static UpdateRequest Scheduled(UpdateTarget target, DateOnly day, int leadHours = 3) => new()
    {
        Target = target,
        Method = UpdateMethod.Scheduled,
        Date = day,
        SnapshotLeadHours = leadHours,
        RequestedBy = "test",
    };

    public static UpdateRequest Immediate(UpdateTarget target, bool snapshotFirst = true) => new()
    {
        Target = target,
        Method = UpdateMethod.Immediate,
        SnapshotFirst = snapshotFirst,
        RequestedBy = "test",
    };
}
