using System.Reflection;

namespace Wuying.Api.Tests.Fakes;

/// <summary>Gives out fakes in the place of grains. A proxy, because only one of the factory's many overloads matters.</summary>
public class FakeGrainFactory : DispatchProxy
{
    private FakeFleet _fleet = null!;

    public static IGrainFactory Over(FakeFleet fleet)
    {
        var factory = Create<IGrainFactory, FakeGrainFactory>();
        ((FakeGrainFactory)(object)factory)._fleet = fleet;
        return factory;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        _fleet.Find(targetMethod!.GetGenericArguments()[0], args![0]!);
}
