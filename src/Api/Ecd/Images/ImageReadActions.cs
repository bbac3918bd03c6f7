using Wuying.Api.Ecd.Errors;
using Wuying.Api.Ecd.Paging;
using Wuying.Api.Ecd.Protocol;
using Wuying.Api.Images;
using Wuying.Api.Paging;
using Wuying.Contracts.Fleet;
using Wuying.Domain.Images;

namespace Wuying.Api.Ecd.Images;

/// <summary>Images, and who may use them.</summary>
internal static class ImageReadActions
{
    public static void MapImagesToRead(this EcdActionTable actions)
    {
        actions.Read<DescribeImagesRequest, DescribeImagesAnswer>("DescribeImages", DescribeAsync);
        actions.Read<DescribeImagePermissionRequest, DescribeImagePermissionAnswer>("DescribeImagePermission", DescribePermissionAsync);
    }

    /// <summary>The image of the call's region; null when there is none of that id.</summary>
    public static async Task<CustomImage?> FindAsync(string? id, EcdCall call) =>
        await call.Service<ImageDirectory>().FindAsync(id ?? "", call.Region.Id, call.Caller) is { } image && image.RegionId == call.Region.Id ? image : null;

    private static async Task<EcdResult<DescribeImagesAnswer>> DescribeAsync(DescribeImagesRequest request, EcdCall call)
    {
        if (EcdPages.Read(request.NextToken, out var after) is { } error)
        {
            return error;
        }

        var version = default(ImageVersion);
        if (request.ImageStatus is not (null or ImageWords.Available) || (request.FotaVersion is { } text && !ImageVersion.TryParse(text, out version)))
        {
            return new DescribeImagesAnswer([], null);
        }

        var found = await SearchAsync(request, request.FotaVersion is null ? null : version, after, call);
        return new DescribeImagesAnswer([.. found.Items.Select(ToAnswer)], Cursor.Encode(found.NextCursor));
    }

    // Names and ids are looked at here: a region has few images.
    private static async Task<Page<CustomImage>> SearchAsync(DescribeImagesRequest request, ImageVersion? version, string? after, EcdCall call)
    {
        var found = new List<CustomImage>();
        var cursor = after;
        do
        {
            var page = await call.Cluster.Queries.ListImagesAsync(
                call.Region.Id, ImageWords.Read(request.ImageType), version is { } one ? [one] : null, cursor, PageQuery.LimitMax);
            found.AddRange(page.Items.Where(image => Matches(image, request)));
            cursor = page.NextCursor;
        }
        while (cursor is not null && found.Count <= request.MaxResults);

        return found.Count > request.MaxResults
            ? new([.. found.Take(request.MaxResults)], found[request.MaxResults - 1].Id.Value)
            : new([.. found], null);
    }

    private static bool Matches(CustomImage image, DescribeImagesRequest request) =>
        (request.ImageName is null || image.Name == request.ImageName)
        && (request.ImageId?.Contains(ImageKeys.PublicIdOf(image).Value) ?? true);

    private static ImageAnswer ToAnswer(CustomImage image) => new(
        ImageKeys.PublicIdOf(image).Value,
        image.Name,
        image.Description,
        ImageWords.Of(image.Type),
        ImageWords.Available,
        image.CurrentVersion.Number,
        image.SharedWith.Length);

    private static async Task<EcdResult<DescribeImagePermissionAnswer>> DescribePermissionAsync(DescribeImagePermissionRequest request, EcdCall call) =>
        await FindAsync(request.ImageId, call) is { } image
            ? new DescribeImagePermissionAnswer(image.SharedWith)
            : EcdRejections.ImageNotFound(request.ImageId);
}
