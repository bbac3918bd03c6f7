using Microsoft.Extensions.Options;
using Wuying.Contracts.CloudComputers;
using Wuying.Domain.CloudComputers;
using Wuying.Grains.Fleet;
using Wuying.Grains.Updates;

namespace Wuying.Grains.Operations;

/// <summary>Computers that announced work they may not have saved yet. A ticker calls them before it rests: the call waits behind the turn that saves.</summary>
internal sealed class ExpectedComputers(IGrainFactory grains, Waves waves, IOptions<UpdateOptions> options)
{
    private readonly HashSet<CloudComputerId> _expected = [];

    /// <summary>True while somebody is expected.</summary>
    public bool IsAny => _expected.Count > 0;

    /// <summary>Remembers one.</summary>
    public void Add(CloudComputerId computer) => _expected.Add(computer);

    /// <summary>Calls them. One that announces itself again meanwhile is expected again, and one that could not be called stays expected.</summary>
    /// <returns>True when there was one.</returns>
    public async Task<bool> CallAsync()
    {
        var expected = _expected.ToArray();
        var failures = await waves.RunAsync(WaveKind.Expected, expected, options.Value.WaveSize, computer =>
        {
            _expected.Remove(computer);
            return grains.GetComputer(computer).ReconcileAsync(report: null);
        });
        _expected.UnionWith(failures.Select(failure => failure.Item));
        return expected.Length > 0;
    }
}
