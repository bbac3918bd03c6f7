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
        if (_interface is not { } known)
        {
            var reference = grains.GetGrain<ICloudComputerGrain>(id.Value);
            _interface = reference is GrainReference real ? new(real.InterfaceType) : null;
            return reference;
        }

        return (ICloudComputerGrain)grains.GetGrain(GrainId.Create(GrainTypes.CloudComputer, id.Value), known.Value);
    }
}
