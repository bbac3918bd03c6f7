namespace Wuying.LoadTester.Load;

/// <summary>How well an open loop kept its own pace.</summary>
/// <param name="Intended">How much was to be begun in all.</param>
/// <param name="Begun">How much was.</param>
/// <param name="Late">How much of that began more than a tenth of a second after its intended start. Its latency counts from the intended start all the same.</param>
/// <param name="NotBegun">What could not be begun in time: as much as may be was under way already, or the run was broken off.</param>
internal sealed record OpenLoopFigures(long Intended, long Begun, long Late, long NotBegun)
{
    /// <summary>What was begun, e.g. <c>requests</c>.</summary>
    public string Unit { get; init; } = "";

    /// <summary>How many were to begin each second.</summary>
    public double Rate { get; init; }
}
