using Wuying.Domain.CloudComputers;

namespace Wuying.Contracts.CloudComputers;

/// <summary>How computers are reached.</summary>
public static class CloudComputerGrains
{
    private static GrainInterfaceType? _interface;

    /// <summary>The grain of a computer. Orleans spells the name of an interface anew for each reference; a night makes a million of them.</summary>
    public static ICloudComputerGrain GetComputer(this IGrainFactory grains, CloudComputerId id)
    {
        if (_interface is { } known)
        {
            return (ICloudComputerGrain)grains.GetGrain(GrainId.Create(GrainTypes.CloudComputer, id.Value), known);
        }

        var computer = grains.GetGrain<ICloudComputerGrain>(id.Value);
        _interface = (computer as GrainReference)?.InterfaceType;
        return computer;
    }
}
