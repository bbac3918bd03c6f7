using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.Updates;

namespace Wuying.Domain.Images;

/// <summary>The life of an image, and what may be done with it while it is being updated (R11).</summary>
public static class CustomImageRules
{
    /// <summary>Registers an image, or takes in what an import says of a known one. An update that runs goes on; the same line of an export again changes nothing (R32).</summary>
    public static Decision<CustomImageEvent> Register(CustomImage? known, CustomImage told, DateTimeOffset now)
    {
        if (known?.ImportFingerprint is { } fingerprint && fingerprint == told.ImportFingerprint)
        {
            return Decision<CustomImageEvent>.Unchanged;
        }

        var merged = known is null ? told : known with
        {
            Name = told.Name,
            Type = told.Type,
            CurrentVersion = told.CurrentVersion,
            ImportFingerprint = told.ImportFingerprint ?? known.ImportFingerprint,
        };
        return known is { RegionId: var region } && region != told.RegionId
            ? Decision<CustomImageEvent>.Reject(RejectionCode.InvalidRequest, $"Image {told.Id} is in region {region}.")
            : merged == known
                ? Decision<CustomImageEvent>.Unchanged
                : Decision<CustomImageEvent>.Accept(new ImageRegistered(now, merged));
    }

    /// <summary>Begins the update of a custom image.</summary>
    public static Decision<CustomImageEvent> Update(CustomImage image, UpdateTarget target, DateTimeOffset now) => image switch
    {
        { Type: not ImageType.Custom } =>
            Decision<CustomImageEvent>.Reject(RejectionCode.InvalidRequest, $"{image.Id} is a {image.Type.ToString().ToLowerInvariant()} image; only custom ones are updated here."),
        { Update: { } update } => Decision<CustomImageEvent>.Reject(
            RejectionCode.ImageUpdateInProgress, $"{image.Id} is being updated to {update.Version} until {update.EndsAt.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}."),
        _ when !target.IsNewerThan(image.CurrentVersion) => Decision<CustomImageEvent>.Reject(
            RejectionCode.AlreadyUpToDate, $"{image.Id} is at {image.CurrentVersion}; {target.Version} is not newer."),
        _ => Decision<CustomImageEvent>.Accept(
            new ImageUpdateStarted(now, new ImageUpdate($"{image.Id}-o{image.NextNumber}", target.Version, now))),
    };

    /// <summary>Renames an image; allowed during an update, on the old version.</summary>
    public static Decision<CustomImageEvent> Rename(CustomImage image, string name, DateTimeOffset now) =>
        image.Name == name ? Decision<CustomImageEvent>.Unchanged : Decision<CustomImageEvent>.Accept(new ImageRenamed(now, name));

    /// <summary>Shares an image with an account; allowed during an update, on the old version.</summary>
    public static Decision<CustomImageEvent> Share(CustomImage image, string accountId, DateTimeOffset now) =>
        image.SharedWith.Contains(accountId)
            ? Decision<CustomImageEvent>.Unchanged
            : image.SharedWith.Length >= CustomImage.SharedWithMax
                ? Decision<CustomImageEvent>.Reject(RejectionCode.InvalidRequest, $"An image is shared with at most {CustomImage.SharedWithMax} accounts.")
                : Decision<CustomImageEvent>.Accept(new ImageShared(now, accountId));

    /// <summary>The facts that bring an image up to an instant: the end of its update, or its deadline (R28).</summary>
    public static CustomImageEvent? Reconcile(CustomImage image, MachineReport? report, DateTimeOffset now)
    {
        if (image.Update is not { } update)
        {
            return null;
        }

        var answer = report?.OperationId == update.OperationId ? report : null;
        return answer?.State switch
        {
            MachineReportState.Succeeded => new ImageUpdateSucceeded(now, update.Version),
            MachineReportState.Failed => new ImageUpdateFailed(now, update.Version, answer.Error ?? "No reason was given."),
            _ when now >= update.DeadlineAt => new ImageUpdateFailed(now, update.Version, "No answer until the deadline."),
            _ => null,
        };
    }

    /// <summary>The image after a fact.</summary>
    public static CustomImage Evolve(CustomImage? image, CustomImageEvent fact) => fact switch
    {
        ImageRegistered registered => registered.Image,
        _ when image is null => throw new InvalidOperationException($"{fact} happened to an image that is not registered."),
        ImageUpdateStarted started => image with { Update = started.Update, LastError = null, NextNumber = image.NextNumber + 1 },
        ImageUpdateSucceeded succeeded => image with { Update = null, CurrentVersion = succeeded.Version },
        ImageUpdateFailed failed => image with { Update = null, LastError = failed.Error },
        ImageRenamed renamed => image with { Name = renamed.Name },
        ImageShared shared => image with { SharedWith = image.SharedWith.Add(shared.AccountId) },
        _ => throw new NotSupportedException($"{fact.GetType().Name} is unknown to {nameof(CustomImage)}."),
    };
}
