using System.Runtime.CompilerServices;
using Wuying.Domain.CloudComputers;

namespace Wuying.Contracts.CloudComputers;

/// <summary>How computers are reached.</summary>
public static class CloudComputerGrains
{
    // In a box, so that whoever sees it sees all of it.
    private static StrongBox<GrainInterfaceType>? _interface;

    /// <summary>The grain of a computer. Orleans spells the name of an interface anew for each reference; a night makes a million of them.</summary>
    public static ICloudComputerGrain GetComputer(this IGrainFactory grains, CloudComputerId id)
    {
        if (_interface is { } known)
        {
            return (ICloudComputerGrain)grains.GetGrain(GrainId.Create(GrainTypes.CloudComputer, id.Value), known.Value);
        }

        var computer = grains.GetGrain<ICloudComputerGrain>(id.Value);
        _interface = computer is GrainReference real ? new(real.InterfaceType) : null;
        return computer;
    }
}
