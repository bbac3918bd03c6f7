using Wuying.Api.Hosting;
using Wuying.Api.Images;
using Wuying.Contracts.Answers;
using Wuying.Contracts.Fleet;
using Wuying.Domain.Decisions;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;

namespace Wuying.Api.Fleet.Import;

/// <summary>The images of an import. The data names no region for them, so they wait for the end: by then the computers have said where each is used (decision 0005).</summary>
internal sealed class ImportImages(Cluster cluster, ImportRegions regions, ImportTally tally, string requestedBy, RegionId? given)
{
    /// <summary>The most images of one import; they are kept in memory.</summary>
    public const int ImagesMax = 10_000;

    private const string SystemPrefix = "desktopimage-";

    private readonly List<ImportRow> _rows = [];
    private readonly Dictionary<string, ImageType> _toldTypes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, RegionId), ImageType> _knownTypes = [];
    private readonly Dictionary<string, HashSet<RegionId>> _uses = new(StringComparer.Ordinal);

    /// <summary>Takes a row in.</summary>
    public void Add(ImportRow row)
    {
        var mistake = _rows.Count >= ImagesMax ? $"One import has at most {ImagesMax} images." : ImageRowMapping.FirstMistake(row.Image!);
        if (mistake is not null)
        {
            tally.Refuse(row, row.Image!.ImageId, new Rejection(RejectionCode.InvalidRequest, mistake));
            return;
        }

        _toldTypes[row.Image!.ImageId!] = ImageRowMapping.TypeOf(row.Image);
        _rows.Add(row);
    }

    /// <summary>A computer of the import uses an image.</summary>
    public void Uses(ImageId image, RegionId region)
    {
        if (_uses.TryGetValue(image.Value, out var known) || (_uses.Count < ImagesMax && _uses.TryAdd(image.Value, known = [])))
        {
            known.Add(region);
        }
    }

    /// <summary>Who made an image: as this import or the store says, else as the spelling of its id does.</summary>
    public async Task<ImageType> TypeOfAsync(string imageId, RegionId region)
    {
        if (_toldTypes.TryGetValue(imageId, out var told) || _knownTypes.TryGetValue((imageId, region), out told))
        {
            return told;
        }

        var registered = await cluster.Image(ImageKeys.KeyOf(imageId, ImageType.System, region)).GetAsync();
        told = registered?.Type ?? (imageId.StartsWith(SystemPrefix, StringComparison.Ordinal) ? ImageType.System : ImageType.Custom);
        if (_knownTypes.Count < ImagesMax)
        {
            _knownTypes.Add((imageId, region), told);
        }

        return told;
    }

    /// <summary>Registers the images, each in its region; the provider's in every region that uses them.</summary>
    public async Task RegisterAsync()
    {
        foreach (var row in _rows)
        {
            var where = await RegionsOfAsync(row.Image!);
            var answer = where.Length == 0
                ? Answer.Rejected(RejectionCode.InvalidRequest, "No computer uses this image, so its region is not known; say it with ?regionId=.")
                : await RegisterAsync(row.Image!, where);
            tally.Add(row, row.Image!.ImageId, answer);
        }
    }

    private async Task<RegionId[]> RegionsOfAsync(ImageRow image)
    {
        if (given is { } one)
        {
            return [one];
        }

        if (!_uses.TryGetValue(image.ImageId!, out var used))
        {
            used = await FindUsesAsync(new ImageId(image.ImageId!));
        }

        var sorted = used.OrderBy(region => region.Value, StringComparer.Ordinal);
        return ImageRowMapping.TypeOf(image) is ImageType.Custom ? [.. sorted.Take(1)] : [.. sorted];
    }

    private async Task<HashSet<RegionId>> FindUsesAsync(ImageId image)
    {
        var all = await cluster.Queries.ListRegionsAsync();
        var pages = await Task.WhenAll(all.Select(region =>
            cluster.Queries.ListComputersAsync(new ComputerFilter { RegionId = region.Id, ImageId = image }, after: null, limit: 1)));
        return [.. pages.SelectMany(page => page.Items).Select(computer => computer.RegionId)];
    }

    private async Task<Answer> RegisterAsync(ImageRow row, RegionId[] where)
    {
        var answer = Answer.Unchanged;
        foreach (var region in where)
        {
            if (await regions.EnsureAsync(region) is { } refused)
            {
                return Answer.Rejected(refused);
            }

            var image = ImageRowMapping.ToImage(row, region);
            var one = await cluster.Image(image.Id).RegisterAsync(image, requestedBy);
            if (one.Rejection is not null)
            {
                return one;
            }

            answer = one.Outcome is AnswerOutcome.Unchanged ? answer : one;
        }

        return answer;
    }
}
