using Wuying.Contracts.CloudComputers;
using Wuying.Domain.CloudComputers;

namespace Wuying.Harness;

/// <summary>What is done with a fleet through its grains, wherever its silo is.</summary>
public static class FleetGrains
{
    private const int WaveSize = 500;

    /// <summary>A computer's grain.</summary>
    public static ICloudComputerGrain Computer(this IGrainFactory grains, string id) => grains.GetGrain<ICloudComputerGrain>(id);

    /// <summary>Adds computers.</summary>
    public static async Task AddAsync(this IGrainFactory grains, IEnumerable<CloudComputer> computers)
    {
        foreach (var wave in computers.Chunk(WaveSize))
        {
            await Task.WhenAll(wave.Select(computer => grains.Computer(computer.Id.Value).ImportAsync(computer, "test")));
        }
    }
}
