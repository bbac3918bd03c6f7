using Wuying.Api.Json;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;

namespace Wuying.Api.Fleet.Import;

/// <summary>From the API's own shape, as export writes it, to a computer.</summary>
internal static class ComputerRowMapping
{
    public static MappedRow Map(ComputerRow row, RegionId region, DateTimeOffset now)
    {
        var isType = Words<ImageType>.TryRead(row.ImageType ?? string.Empty, out var imageType);
        var isStatus = Words<CloudComputerStatus>.TryRead(row.Status ?? string.Empty, out var status);
        var mistake = RowChecks.FirstMistake(
            RowChecks.Id("computerId", row.ComputerId),
            RowChecks.Name("name", row.Name),
            RowChecks.Name("officeNetworkId", row.OfficeNetworkId),
            RowChecks.Id("imageId", row.ImageId),
            (isType, $"imageType is one of {Words<ImageType>.All}."),
            RowChecks.Version("currentVersion", row.CurrentVersion),
            (isStatus, $"status is one of {Words<CloudComputerStatus>.All}."),
            (!isStatus || !CannotBeImported(status), $"A computer that is {row.Status} cannot be imported; import it when that has ended."),
            RowChecks.Users("assignedUserIds", row.AssignedUserIds),
            (row.ConnectedUserId is null || RowChecks.Id(string.Empty, row.ConnectedUserId).IsGood, "connectedUserId is not spelled like an id."),
            (row.ConnectedUserId is null || status is CloudComputerStatus.Running, "Only a running computer has a connected user."));
        if (mistake is not null)
        {
            return MappedRow.Refuse(mistake);
        }

        var computer = ToComputer(row, region, imageType, status);
        return new(
            (row.ConnectedUserId is null ? computer : computer.WithSession(new UserId(row.ConnectedUserId), now)).WithFingerprint(sessionSince: null),
            null);
    }

    private static CloudComputer ToComputer(ComputerRow row, RegionId region, ImageType imageType, CloudComputerStatus status) => new()
    {
        Id = new CloudComputerId(row.ComputerId!),
        Name = row.Name!,
        RegionId = region,
        OfficeNetworkId = row.OfficeNetworkId!,
        ImageId = new ImageId(row.ImageId!),
        ImageType = imageType,
        CurrentVersion = new ImageVersion(row.CurrentVersion!),
        Status = status,
        AssignedUserIds = [.. (row.AssignedUserIds ?? []).Distinct().Select(user => new UserId(user!))],
        UsesOutdatedImage = row.UsesOutdatedImage,
    };

    // What their machines are doing cannot be taken over: it belongs to an update or a snapshot of another store.
    private static bool CannotBeImported(CloudComputerStatus status) =>
        status is CloudComputerStatus.Updating or CloudComputerStatus.Restoring or CloudComputerStatus.Deleted;
}
