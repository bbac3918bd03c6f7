using Wuying.LoadTester.Service;

namespace Wuying.LoadTester.Nights;

/// <summary>Publishes versions, and waits until they are pushed where they are.</summary>
/// <param name="calls">Asks the service.</param>
/// <param name="numbers">Makes their numbers.</param>
/// <param name="clock">The time that passes here.</param>
internal sealed class Publisher(ServiceCalls calls, VersionNumbers numbers, TimeProvider clock)
{
    private const long PackageSizeBytes = 568_533_470;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);
    private static readonly Dictionary<string, string> Notes = new() { ["en"] = "A version made to load the service.", ["zh"] = "用于负载测试的版本。" };

    /// <summary>The newest version, if every computer of the region can be updated to it; otherwise a new one.</summary>
    public async Task<VersionView> NeededAsync(string region, CancellationToken cancellationToken)
    {
        var total = (await calls.SummarizeAsync(region, cancellationToken)).Total;
        await foreach (var newest in calls.ListVersionsAsync(region, cancellationToken))
        {
            return newest.InvolvedComputers == total ? newest : await NewAsync(region, cancellationToken);
        }

        return await NewAsync(region, cancellationToken);
    }

    /// <summary>Sees to it that a version is pushed to the region's users: the newest one, or a new one if that is pushed no longer or known to everybody.</summary>
    public async Task OfferedAsync(RegionView region, CancellationToken cancellationToken)
    {
        var version = await NeededAsync(region.RegionId, cancellationToken);
        if (version.PushState is not "pushing")
        {
            var push = await calls.StartPushAsync(region.RegionId, version.Version, cancellationToken);
            await FinishedAsync(push.OperationId, _ => { }, cancellationToken);
        }
    }

    /// <summary>A new version; returns when it is pushed, if the region pushes by itself.</summary>
    public async Task<VersionView> NewAsync(string region, CancellationToken cancellationToken)
    {
        var now = (await calls.GetClockAsync(cancellationToken)).Now;
        var version = await calls.PublishAsync(region, new PublishVersionBody(numbers.Next(now), PackageSizeBytes, Notes), cancellationToken);
        if (version.PushOperationId is { } push)
        {
            await FinishedAsync(push, _ => { }, cancellationToken);
        }

        return version;
    }

    /// <summary>Waits until a long request has ended: the service offers nothing but to ask again.</summary>
    public async Task<OperationView> FinishedAsync(string operation, Action<OperationView> look, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(LookEvery, clock);
        while (true)
        {
            var view = await calls.GetOperationAsync(operation, cancellationToken);
            look(view);
            if (view.IsFinished)
            {
                return view;
            }

            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }
}
