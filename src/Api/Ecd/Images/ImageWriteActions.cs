using System.Globalization;
using Wuying.Api.Ecd.Errors;
using Wuying.Api.Ecd.Fota;
using Wuying.Api.Ecd.Protocol;
using Wuying.Api.Ecd.Snapshots;
using Wuying.Api.Hosting;
using Wuying.Api.Images;
using Wuying.Contracts.Answers;
using Wuying.Contracts.Images;
using Wuying.Domain.Images;

namespace Wuying.Api.Ecd.Images;

/// <summary>Making, changing, sharing, updating and deleting images.</summary>
internal static class ImageWriteActions
{
    public static void MapImagesToWrite(this EcdActionTable actions)
    {
        actions.Operate<CreateImageRequest, ImageIdAnswer>("CreateImage", CreateAsync);
        actions.Operate<CopyImageRequest, ImageIdAnswer>("CopyImage", CopyAsync);
        actions.Operate<ModifyImageAttributeRequest, EmptyAnswer>("ModifyImageAttribute", (request, call) =>
            ChangeAsync(request.ImageId, call, grain => grain.DescribeAsync(request.Name, request.Description, call.RequestedBy)));
        actions.Operate<ModifyImagePermissionRequest, EmptyAnswer>("ModifyImagePermission", ModifyPermissionAsync);
        actions.Operate<DeleteImagesRequest, EmptyAnswer>("DeleteImages", DeleteAsync);
        actions.Operate<UpdateImageFotaRequest, EmptyAnswer>("UpdateImageFota", UpdateAsync);
    }

    private static async Task<EcdResult<ImageIdAnswer>> CreateAsync(CreateImageRequest request, EcdCall call)
    {
        var snapshotId = request.SnapshotId ?? request.SnapshotIds?[0];
        if (request.DesktopId is null && snapshotId is null)
        {
            return GatewayErrors.Missing(nameof(request.DesktopId));
        }

        var (version, error) = await VersionOfAsync(request.DesktopId, snapshotId, call);
        if (version is null)
        {
            return error!;
        }

        var id = call.NewId("m-");
        return await RegisterAsync(
            new CustomImage
            {
                Id = ImageKeys.KeyOf(id, ImageType.Custom, call.Region.Id),
                Name = request.ImageName ?? id,
                Description = request.Description,
                RegionId = call.Region.Id,
                Type = ImageType.Custom,
                CurrentVersion = version.Value,
            },
            call);
    }

    // A snapshot holds a version of its own, which the computer may have left behind.
    private static async Task<(ImageVersion? Version, EcdError? Error)> VersionOfAsync(string? desktopId, string? snapshotId, EcdCall call)
    {
        if (snapshotId is null)
        {
            return await call.FindComputerAsync(desktopId) is { } computer ? (computer.CurrentVersion, null) : (null, EcdRejections.DesktopNotFound(desktopId));
        }

        return await SnapshotSearch.FindAsync(snapshotId, call) is { } found && (desktopId is null || found.Owner.Id.Value == desktopId)
            ? (found.Snapshot.Version, null)
            : (null, EcdRejections.SnapshotNotFound(snapshotId));
    }

    private static async Task<EcdResult<ImageIdAnswer>> CopyAsync(CopyImageRequest request, EcdCall call)
    {
        if (await ImageReadActions.FindAsync(request.ImageId, call) is not { } source)
        {
            return EcdRejections.ImageNotFound(request.ImageId);
        }

        if (request.DestinationRegionId == request.RegionId)
        {
            return GatewayErrors.Invalid(nameof(request.DestinationRegionId), "it is another region than RegionId.");
        }

        if (!RouteIds.IsId(request.DestinationRegionId) || await call.Cluster.FindRegionAsync(request.DestinationRegionId!) is not { } region)
        {
            return EcdRejections.RegionNotFound(request.DestinationRegionId!);
        }

        return call.Caller.Sees(region.Id)
            ? await RegisterAsync(
                ImageCopies.Of(source, new ImageId(call.NewId("m-")), region.Id, request.DestinationImageName!, request.DestinationDescription ?? source.Description), call)
            : GatewayErrors.Forbidden;
    }

    private static async Task<EcdResult<ImageIdAnswer>> RegisterAsync(CustomImage image, EcdCall call)
    {
        var answer = await call.Cluster.Image(image.Id).RegisterAsync(image, call.RequestedBy);
        return answer.Rejection is { } refused ? refused.ToError() : new ImageIdAnswer(ImageKeys.PublicIdOf(image).Value);
    }

    private static async Task<EcdResult<EmptyAnswer>> ModifyPermissionAsync(ModifyImagePermissionRequest request, EcdCall call)
    {
        if (await ImageReadActions.FindAsync(request.ImageId, call) is { Type: not ImageType.Custom })
        {
            return GatewayErrors.Unsupported($"{request.ImageId} is no custom image; only those are shared.");
        }

        var added = Spell(request.AddAccount ?? []);
        var removed = Spell((request.RemoveAccount ?? []).Take(ModifyImagePermissionRequest.RemovedMax));
        return await ChangeAsync(request.ImageId, call, grain => grain.ShareAsync([.. added], [.. removed], call.RequestedBy));
    }

    private static IEnumerable<string> Spell(IEnumerable<long> accounts) => accounts.Select(account => account.ToString(CultureInfo.InvariantCulture));

    private static async Task<EcdResult<EmptyAnswer>> DeleteAsync(DeleteImagesRequest request, EcdCall call)
    {
        var ids = request.ImageId!.Distinct(StringComparer.Ordinal).ToArray();
        var images = await Task.WhenAll(ids.Select(id => ImageReadActions.FindAsync(id, call)));
        if (Array.IndexOf(images, null) is >= 0 and var missing)
        {
            return EcdRejections.ImageNotFound(ids[missing]);
        }

        var answers = await Task.WhenAll(images.Select(image => call.Cluster.Image(image!.Id).DeleteAsync(call.RequestedBy)));
        return answers.FirstOrDefault(answer => answer.Rejection is not null)?.Rejection is { } refused ? refused.ToError() : EmptyAnswer.Done;
    }

    private static async Task<EcdResult<EmptyAnswer>> UpdateAsync(UpdateImageFotaRequest request, EcdCall call) =>
        FotaTargets.Find(call.Region, request.AppVersion!) is { } target
            ? await ChangeAsync(request.ImageId, call, grain => grain.UpdateAsync(target, call.RequestedBy))
            : EcdRejections.VersionNotFound(request.AppVersion);

    private static async Task<EcdResult<EmptyAnswer>> ChangeAsync(string? id, EcdCall call, Func<ICustomImageGrain, Task<Answer>> change)
    {
        if (await ImageReadActions.FindAsync(id, call) is not { } image)
        {
            return EcdRejections.ImageNotFound(id);
        }

        var answer = await change(call.Cluster.Image(image.Id));
        return answer.Rejection is { } refused ? refused.ToError() : EmptyAnswer.Done;
    }
}
