using System.Collections.Frozen;
using Wuying.Api.Json;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Tags;

namespace Wuying.Api.Fleet.Import;

/// <summary>From a desktop of <c>DescribeDesktops</c> to a computer.</summary>
internal static class DesktopMapping
{
    private static readonly FrozenDictionary<string, CloudComputerStatus> Statuses = new Dictionary<string, CloudComputerStatus>
    {
        ["Running"] = CloudComputerStatus.Running,
        ["Stopped"] = CloudComputerStatus.Stopped,
        ["Starting"] = CloudComputerStatus.Starting,
        ["Pending"] = CloudComputerStatus.Starting,
        ["Stopping"] = CloudComputerStatus.Stopping,
        ["Expired"] = CloudComputerStatus.Expired,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Where a desktop is: its office site begins with the region; else what the row or the caller says.</summary>
    public static RegionId? RegionOf(DesktopRow row, RegionId? given)
    {
        var plus = row.OfficeSiteId?.IndexOf('+', StringComparison.Ordinal) ?? -1;
        return plus > 0 ? new RegionId(row.OfficeSiteId![..plus]) : row.RegionId is { } told ? new RegionId(told) : given;
    }

    public static MappedRow Map(DesktopRow row, RegionId region, ImageType imageType, DateTimeOffset now)
    {
        var mistake = RowChecks.FirstMistake(
            RowChecks.Id("DesktopId", row.DesktopId),
            RowChecks.Name("DesktopName", row.DesktopName),
            RowChecks.Name("OfficeSiteId", row.OfficeSiteId),
            RowChecks.Id("ImageId", row.ImageId),
            RowChecks.Version("FotaUpdate.CurrentAppVersion", row.FotaUpdate?.CurrentAppVersion),
            RowChecks.Users("EndUserIds", row.EndUserIds),
            RowChecks.Tags("Tags", row.Tags?.Select(tag => (tag?.Key, (string?)(tag?.Value ?? "")))));
        if (mistake is not null)
        {
            return MappedRow.Refuse(mistake);
        }

        if (row.ManagementFlag is "Updating" || row.ManagementFlags?.Contains("Updating") is true)
        {
            return MappedRow.Refuse("The desktop is being updated; import it when that has ended.", RejectionCode.UpdateInProgress);
        }

        return Statuses.TryGetValue(row.DesktopStatus ?? string.Empty, out var status)
            ? MapSession(row, ToComputer(row, region, imageType, status), now)
            : MappedRow.Refuse($"DesktopStatus is one of {string.Join(", ", Statuses.Keys.Order(StringComparer.Ordinal))}; others cannot be imported.");
    }

    private static CloudComputer ToComputer(DesktopRow row, RegionId region, ImageType imageType, CloudComputerStatus status) => new()
    {
        Id = new CloudComputerId(row.DesktopId!),
        Name = row.DesktopName!,
        RegionId = region,
        OfficeNetworkId = row.OfficeSiteId!,
        ImageId = new ImageId(row.ImageId!),
        ImageType = imageType,
        CurrentVersion = new ImageVersion(row.FotaUpdate!.CurrentAppVersion!),
        Status = status,
        AssignedUserIds = [.. (row.EndUserIds ?? []).Distinct().Select(user => new UserId(user!))],
        Tags = TagRules.Merge((row.Tags ?? []).Select(tag => new Tag(tag!.Key!, tag.Value ?? ""))),
    };

    // Only a running computer has a session; in any other state the connection is on its way out.
    private static MappedRow MapSession(DesktopRow row, CloudComputer computer, DateTimeOffset now)
    {
        if (row.ConnectionStatus is not "Connected" || computer.Status is not CloudComputerStatus.Running)
        {
            return new(computer.WithFingerprint(sessionSince: null), null);
        }

        var session = row.Sessions?.FirstOrDefault();
        DateTimeOffset? since = InstantConverter.TryParse(session?.EstablishmentTime, out var told) ? told : null;
        var mistake = RowChecks.FirstMistake(
            RowChecks.Id("Sessions[0].EndUserId of a connected desktop", session?.EndUserId),
            (session?.EstablishmentTime is null || since is not null, "Sessions[0].EstablishmentTime is not an instant, such as 2023-10-24T06:23Z."));
        return mistake is null
            ? new(computer.WithSession(new UserId(session!.EndUserId!), since ?? now).WithFingerprint(since), null)
            : MappedRow.Refuse(mistake);
    }

    /// <summary>The computer with somebody connected, who is then also assigned: else nobody could have connected.</summary>
    internal static CloudComputer WithSession(this CloudComputer computer, UserId user, DateTimeOffset since) => computer with
    {
        Session = new UserSession(user, since),
        AssignedUserIds = computer.AssignedUserIds.Contains(user) ? computer.AssignedUserIds : computer.AssignedUserIds.Add(user),
    };
}
