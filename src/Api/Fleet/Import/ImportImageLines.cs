using System.Text.Json;
using Wuying.Api.Fleet.Export;
using Wuying.Api.Hosting;
using Wuying.Api.Images;
using Wuying.Contracts.Answers;
using Wuying.Domain.Decisions;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;

namespace Wuying.Api.Fleet.Import;

/// <summary>The images of an export; each says its region.</summary>
internal sealed class ImportImageLines(Cluster cluster, ImportRegions regions, ImportTally tally, string requestedBy)
{
    private const string CutShort = "Its update was running elsewhere; how that ended is not known here.";

    /// <summary>Takes a line in.</summary>
    public async Task TakeAsync(ImportRow row, ImageLine line)
    {
        RegionId? region = line.RegionId is null ? null : new RegionId(line.RegionId);
        var refused = await regions.EnsureAsync(region)
            ?? (FirstMistake(line) is { } mistake ? new Rejection(RejectionCode.InvalidRequest, mistake) : null);
        tally.Add(row, line.ImageId, refused is null ? await RegisterAsync(ToImage(line, region!.Value)) : Answer.Rejected(refused));
    }

    private Task<Answer> RegisterAsync(CustomImage image) => cluster.Image(image.Id).RegisterAsync(image, requestedBy);

    private static string? FirstMistake(ImageLine line) => RowChecks.FirstMistake(
        RowChecks.Id("imageId", line.ImageId),
        RowChecks.Name("name", line.Name),
        (line.Description is null or { Length: <= CustomImage.DescriptionLengthMax }, $"description has at most {CustomImage.DescriptionLengthMax} characters."),
        RowChecks.Word<ImageType>("type", line.Type),
        RowChecks.Version("currentVersion", line.CurrentVersion),
        (line.Status is null || Json.Words<ImageStatus>.TryRead(line.Status, out _), $"status is one of {Json.Words<ImageStatus>.All}."),
        (line.SharedWith is null || (line.SharedWith.Length <= CustomImage.SharedWithMax && line.SharedWith.All(account => account is { Length: > 0 })),
            $"sharedWith has at most {CustomImage.SharedWithMax} accounts."),
        RowChecks.Number("nextNumber", line.NextNumber ?? 1));

    // An update that was running elsewhere leaves the old version in force, as one that failed does (R11).
    private static CustomImage ToImage(ImageLine line, RegionId region) => new()
    {
        Id = ImageKeys.KeyOf(line.ImageId!, RowValues.Word<ImageType>(line.Type), region),
        Name = line.Name!,
        Description = line.Description,
        RegionId = region,
        Type = RowValues.Word<ImageType>(line.Type),
        CurrentVersion = new ImageVersion(line.CurrentVersion!),
        LastError = RowValues.Word<ImageStatus>(line.Status) is ImageStatus.Updating ? CutShort : line.LastError,
        SharedWith = [.. (line.SharedWith ?? []).Distinct().Select(account => account!)],
        UsesOutdatedImage = line.UsesOutdatedImage,
        NextNumber = Math.Max(1, line.NextNumber ?? 1),
        ImportFingerprint = ImportFingerprint.Of(JsonSerializer.Serialize(line, ImportLineJsonContext.Default.ImageLine)),
    };
}
