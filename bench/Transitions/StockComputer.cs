using Wuying.Domain.CloudComputers;

namespace Wuying.Bench.Transitions;

/// <summary>What <see cref="StockComputerGrain"/> keeps.</summary>
[GenerateSerializer, Alias("wuying.bench.stock-computer")]
internal sealed class StockComputer
{
    /// <summary>The computer; null before it was registered.</summary>
    [Id(0)] public CloudComputer? Current { get; set; }
}
