using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Wuying.Contracts.Quotas;
using Wuying.Domain.Quotas;
using Wuying.Domain.Updates;
using Wuying.Grains.Fleet;
using Wuying.Harness;

namespace Wuying.Grains.Tests;

public sealed class Waves_of_calls : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().AddSingleton<TimeProvider>(new ShiftedClock()).AddSingleton<FleetInstruments>().BuildServiceProvider();
    private readonly Recorder _recorder;

    public Waves_of_calls() => _recorder = new Recorder(_services.GetRequiredService<IMeterFactory>(), FleetInstruments.MeterName);

    private FleetInstruments Instruments => _services.GetRequiredService<FleetInstruments>();

    public void Dispose()
    {
        _recorder.Dispose();
        _services.Dispose();
    }

    [Fact]
    public async Task Are_measured_each_with_what_failed_in_it()
    {
        using var waves = new Waves(Instruments);
        var failures = await waves.RunAsync(
            WaveKind.Computers, [1, 2, 3, 4, 5], 2, number => number < 4 ? Task.CompletedTask : Task.FromException(new InvalidOperationException()));

        Assert.Equal([4, 5], failures.Select(failure => failure.Item));
        Assert.Equal([(2, "kind=computers"), (2, "kind=computers"), (1, "kind=computers")], _recorder.Of("wuying.wave.size"));
        Assert.Equal([0, 1, 1], _recorder.Of("wuying.wave.failures").Select(heard => heard.Value));
        Assert.Equal(3, _recorder.Of("wuying.wave.duration").Length);
    }

    [Fact]
    public async Task Have_only_so_many_calls_under_way_all_together()
    {
        using var waves = new Waves(Instruments);
        var (begun, goOn) = (0, new TaskCompletionSource());
        Task Call(int _)
        {
            Interlocked.Increment(ref begun);
            return goOn.Task;
        }

        var runs = Enumerable.Range(0, 3).Select(_ => waves.RunAsync(WaveKind.Computers, Enumerable.Range(0, 500), 500, Call)).ToArray();

        Assert.Equal(Waves.CallsAtOnce, begun);
        goOn.SetResult();
        Assert.All(await Task.WhenAll(runs), Assert.Empty);
        Assert.Equal(3 * 500, begun);
    }

    [Fact]
    public void A_day_is_shown_no_more_once_its_grain_has_gone()
    {
        var key = new DailyQuotaKey(A.Hangzhou, new DateOnly(2023, 10, 26));
        var ledger = QuotaLedger.Empty(10).Reserve(new UpdateId("ecd-1-u1"));
        Instruments.ShowQuota(key, ledger);
        Assert.Equal([(9, "day=2023-10-26 region=cn-hangzhou")], _recorder.Show("wuying.quota.remaining"));

        Instruments.HideQuota(key);

        Assert.Empty(_recorder.Show("wuying.quota.remaining"));
    }
}
