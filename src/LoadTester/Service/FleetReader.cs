namespace Wuying.LoadTester.Service;

/// <summary>Finds out whom and what there is to load.</summary>
internal static class FleetReader
{
    /// <summary>The regions that are wanted, or those that have computers.</summary>
    /// <param name="calls">Asks the service.</param>
    /// <param name="wanted">Their ids; empty for all that have computers.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ServiceException">There is none.</exception>
    public static async Task<IReadOnlyList<RegionView>> FindRegionsAsync(
        ServiceCalls calls, IReadOnlyList<string> wanted, CancellationToken cancellationToken)
    {
        var regions = new List<RegionView>();
        await foreach (var region in calls.ListRegionsAsync(cancellationToken))
        {
            var isMeant = wanted.Count == 0 || wanted.Contains(region.RegionId);
            regions.AddRange(isMeant && (await calls.SummarizeAsync(region.RegionId, cancellationToken)).Total > 0 ? [region] : []);
        }

        return regions.Count >= Math.Max(1, wanted.Count)
            ? regions
            : throw new ServiceException(wanted.Count == 0
                ? "No region has computers; make some with the command provision."
                : $"There are no computers in {string.Join(", ", wanted.Except(regions.Select(region => region.RegionId)))}; make some with the command provision.");
    }

    /// <summary>All computers of regions, in the order of their ids; the same fleet is always in the same order.</summary>
    /// <exception cref="ServiceException">There is none.</exception>
    public static async Task<IReadOnlyList<ComputerView>> ReadComputersAsync(
        ServiceCalls calls, IEnumerable<RegionView> regions, CancellationToken cancellationToken)
    {
        var computers = new List<ComputerView>();
        foreach (var region in regions)
        {
            await foreach (var computer in calls.StreamComputersAsync(region.RegionId, cancellationToken))
            {
                computers.Add(computer);
            }
        }

        computers.Sort((left, right) => string.CompareOrdinal(left.ComputerId, right.ComputerId));
        return computers;
    }
}
