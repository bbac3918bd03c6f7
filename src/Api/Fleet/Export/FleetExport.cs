using System.Collections.Immutable;
using Wuying.Api.Hosting;
using Wuying.Contracts.Fleet;
using Wuying.Domain.Regions;

namespace Wuying.Api.Fleet.Export;

/// <summary>The fleet as lines, in the order in which an import needs them: regions with their versions, images, computers.</summary>
internal static class FleetExport
{
    private const int PageSize = 1_000;

    /// <summary>Streams the lines of a kind, or all; of some regions, or all.</summary>
    public static async IAsyncEnumerable<object> StreamAsync(Cluster cluster, ImmutableArray<RegionId>? only, ExportKind? kind)
    {
        Region[] regions = [.. (await cluster.Queries.ListRegionsAsync()).Where(region => only is not { } some || some.Contains(region.Id))];
        if (kind is null or ExportKind.Regions)
        {
            foreach (var line in regions.SelectMany(LinesOf))
            {
                yield return line;
            }
        }

        if (kind is null or ExportKind.Images)
        {
            await foreach (var line in StreamImagesAsync(cluster, regions))
            {
                yield return line;
            }
        }

        if (kind is null or ExportKind.Computers)
        {
            var filters = only is null ? [new ComputerFilter()] : regions.Select(region => new ComputerFilter { RegionId = region.Id });
            await foreach (var computer in filters.ToAsyncEnumerable().SelectMany(cluster.StreamComputersAsync))
            {
                yield return computer.ToLine();
            }
        }
    }

    private static IEnumerable<object> LinesOf(Region region) => [region.ToLine(), .. region.Catalogue.Select(entry => entry.ToLine(region.Id))];

    private static async IAsyncEnumerable<ImageLine> StreamImagesAsync(Cluster cluster, IEnumerable<Region> regions)
    {
        foreach (var region in regions)
        {
            string? cursor = null;
            do
            {
                var page = await cluster.Queries.ListImagesAsync(region.Id, type: null, versions: null, cursor, PageSize);
                foreach (var image in page.Items)
                {
                    yield return image.ToLine();
                }

                cursor = page.NextCursor;
            }
            while (cursor is not null);
        }
    }
}
