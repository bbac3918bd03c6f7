using Wuying.Domain.Decisions;
using Wuying.Domain.Images;

namespace Wuying.Domain.CloudComputers;

/// <summary>How a computer becomes known: imported from a real fleet, or made from an image.</summary>
public static class RegistrationRules
{
    /// <summary>Takes in what an import says. The same row again changes nothing, whatever happened since (R32).</summary>
    /// <param name="known">The computer as it is known; null when it is new.</param>
    /// <param name="told">The computer as the row tells it, with <see cref="CloudComputer.ImportFingerprint"/>.</param>
    /// <param name="now">The instant.</param>
    public static Decision<CloudComputerEvent> Import(CloudComputer? known, CloudComputer told, DateTimeOffset now)
    {
        if (known is null)
        {
            return Decision<CloudComputerEvent>.Accept(new ComputerRegistered(now, WithOperation(told, now)));
        }

        if (known.ImportFingerprint == told.ImportFingerprint && known.Status is not CloudComputerStatus.Deleted)
        {
            return Decision<CloudComputerEvent>.Unchanged;
        }

        return known switch
        {
            _ when known.RegionId != told.RegionId =>
                Decision<CloudComputerEvent>.Reject(RejectionCode.InvalidRequest, $"{known.Id} is in region {known.RegionId}."),
            { Status: CloudComputerStatus.Deleted } =>
                Decision<CloudComputerEvent>.Accept(new ComputerRegistered(now, WithOperation(told with { NextNumber = known.NextNumber }, now))),
            { Operation: not null } =>
                Decision<CloudComputerEvent>.Reject(RejectionCode.ComputerBusy, $"{known.Id} is {known.Status.ToString().ToLowerInvariant()}; import it when that has ended."),
            _ => Decision<CloudComputerEvent>.Accept(new ComputerReimported(now, WithOperation(Merge(known, told), now))),
        };
    }

    /// <summary>Makes a computer from an image; one that was made already is left as it is.</summary>
    public static Decision<CloudComputerEvent> Create(CloudComputer? known, CloudComputer wanted, CustomImage from, DateTimeOffset now) => known is not null
        ? Decision<CloudComputerEvent>.Unchanged
        : Decision<CloudComputerEvent>.Accept(new ComputerRegistered(now, WithOperation(
            wanted with
            {
                Status = CloudComputerStatus.Creating,
                ImageId = from.Id,
                ImageType = from.Type,
                CurrentVersion = from.CurrentVersion,
                UsesOutdatedImage = from.Status is ImageStatus.Updating,
            },
            now)));

    private static CloudComputer Merge(CloudComputer known, CloudComputer told) => known with
    {
        Name = told.Name,
        OfficeNetworkId = told.OfficeNetworkId,
        ImageId = told.ImageId,
        ImageType = told.ImageType,
        CurrentVersion = told.CurrentVersion,
        Status = told.Status,
        Session = told.Session,
        AssignedUserIds = told.AssignedUserIds,
        UsesOutdatedImage = told.UsesOutdatedImage,
        ImportFingerprint = told.ImportFingerprint,
        FaultReason = told.Status is CloudComputerStatus.Faulted ? known.FaultReason : null,
    };

    // A state that is not final has an operation behind it, and with it a deadline (R28).
    private static CloudComputer WithOperation(CloudComputer computer, DateTimeOffset now)
    {
        MachineOperationKind? kind = computer.Status switch
        {
            CloudComputerStatus.Creating or CloudComputerStatus.Starting => MachineOperationKind.Starting,
            CloudComputerStatus.Stopping => MachineOperationKind.Stopping,
            CloudComputerStatus.Restarting => MachineOperationKind.Restarting,
            _ => null,
        };
        return kind is null
            ? computer
            : computer with { Operation = computer.NextOperation(kind.Value, now), NextNumber = computer.NextNumber + 1 };
    }
}
