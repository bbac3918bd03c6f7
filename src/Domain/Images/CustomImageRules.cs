using System.Collections.Immutable;
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
        if (known is null or { IsDeleted: true })
        {
            return Decision<CustomImageEvent>.Accept(
                new ImageRegistered(now, told with { NextNumber = Math.Max(known?.NextNumber ?? 1, told.NextNumber) }));
        }

        if (known.ImportFingerprint is { } fingerprint && fingerprint == told.ImportFingerprint)
        {
            return Decision<CustomImageEvent>.Unchanged;
        }

        var merged = known with
        {
            Name = told.Name,
            Description = told.Description ?? known.Description,
            Type = told.Type,
            CurrentVersion = told.CurrentVersion,
            ImportFingerprint = told.ImportFingerprint ?? known.ImportFingerprint,
        };
        return known.RegionId != told.RegionId
            ? Decision<CustomImageEvent>.Reject(RejectionCode.InvalidRequest, $"Image {told.Id} is in region {known.RegionId}.")
            : merged == known
                ? Decision<CustomImageEvent>.Unchanged
                : Decision<CustomImageEvent>.Accept(new ImageRegistered(now, merged));
    }

    /// <summary>Begins the update of a custom image.</summary>
    public static Decision<CustomImageEvent> Update(CustomImage image, UpdateTarget target, DateTimeOffset now) => image switch
    {
        { IsDeleted: true } => Gone(image),
        { Type: not ImageType.Custom } =>
            Decision<CustomImageEvent>.Reject(RejectionCode.InvalidRequest, $"{image.Id} is a {image.Type.ToString().ToLowerInvariant()} image; only custom ones are updated here."),
        { Update: { } update } => Decision<CustomImageEvent>.Reject(
            RejectionCode.ImageUpdateInProgress, $"{image.Id} is being updated to {update.Version} until {update.EndsAt.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}."),
        _ when !target.IsNewerThan(image.CurrentVersion) => Decision<CustomImageEvent>.Reject(
            RejectionCode.AlreadyUpToDate, $"{image.Id} is at {image.CurrentVersion}; {target.Version} is not newer."),
        _ => Decision<CustomImageEvent>.Accept(
            new ImageUpdateStarted(now, new ImageUpdate($"{image.Id}-o{image.NextNumber}", target.Version, now))),
    };

    /// <summary>Names and describes an image; allowed during an update, on the old version.</summary>
    /// <param name="image">The image.</param>
    /// <param name="name">The new name; null leaves it.</param>
    /// <param name="description">The new description; null leaves it.</param>
    /// <param name="now">The instant.</param>
    public static Decision<CustomImageEvent> Describe(CustomImage image, string? name, string? description, DateTimeOffset now)
    {
        if (image.IsDeleted)
        {
            return Gone(image);
        }

        ImmutableArray<CustomImageEvent> facts =
        [
            .. name is null || name == image.Name ? ImmutableArray<CustomImageEvent>.Empty : [new ImageRenamed(now, name)],
            .. description is null || description == image.Description ? ImmutableArray<CustomImageEvent>.Empty : [new ImageDescribed(now, description)],
        ];
        return facts.IsEmpty ? Decision<CustomImageEvent>.Unchanged : Decision<CustomImageEvent>.Accept(facts);
    }

    /// <summary>Says who may use an image; allowed during an update, on the old version. An account in both lists may not.</summary>
    /// <param name="image">The image.</param>
    /// <param name="added">Accounts that may from now on.</param>
    /// <param name="removed">Accounts that may no longer; those that never might are passed over.</param>
    /// <param name="now">The instant.</param>
    public static Decision<CustomImageEvent> Share(CustomImage image, ImmutableArray<string> added, ImmutableArray<string> removed, DateTimeOffset now)
    {
        if (image.IsDeleted)
        {
            return Gone(image);
        }

        var gained = added.Except(removed).Except(image.SharedWith).ToImmutableArray();
        var lost = removed.Intersect(image.SharedWith).ToImmutableArray();
        if (!gained.IsEmpty && image.SharedWith.Length + gained.Length - lost.Length > CustomImage.SharedWithMax)
        {
            return Decision<CustomImageEvent>.Reject(RejectionCode.InvalidRequest, $"An image is shared with at most {CustomImage.SharedWithMax} accounts.");
        }

        return gained.IsEmpty && lost.IsEmpty
            ? Decision<CustomImageEvent>.Unchanged
            : Decision<CustomImageEvent>.Accept([
                .. lost.Select(account => new ImageUnshared(now, account)),
                .. gained.Select(account => new ImageShared(now, account))]);
    }

    /// <summary>Deletes a custom image. Computers made from it are left as they are; twice is success.</summary>
    public static Decision<CustomImageEvent> Delete(CustomImage image, DateTimeOffset now) => image switch
    {
        { IsDeleted: true } => Decision<CustomImageEvent>.Unchanged,
        { Type: not ImageType.Custom } =>
            Decision<CustomImageEvent>.Reject(RejectionCode.InvalidRequest, $"{image.Id} is a {image.Type.ToString().ToLowerInvariant()} image; only custom ones can be deleted."),
        { Update: { } update } => Decision<CustomImageEvent>.Reject(
            RejectionCode.ImageUpdateInProgress, $"{image.Id} is being updated until {update.EndsAt.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}; delete it when that has ended."),
        _ => Decision<CustomImageEvent>.Accept(new ImageDeleted(now)),
    };

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
        ImageDescribed described => image with { Description = described.Description },
        ImageShared shared => image with { SharedWith = image.SharedWith.Add(shared.AccountId) },
        ImageUnshared unshared => image with { SharedWith = image.SharedWith.Remove(unshared.AccountId) },
        ImageDeleted => image with { IsDeleted = true },
        _ => throw new NotSupportedException($"{fact.GetType().Name} is unknown to {nameof(CustomImage)}."),
    };

    private static Decision<CustomImageEvent> Gone(CustomImage image) =>
        Decision<CustomImageEvent>.Reject(RejectionCode.ImageNotFound, $"{image.Id} is deleted.");
}
