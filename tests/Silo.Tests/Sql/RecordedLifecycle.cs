namespace Wuying.Silo.Tests.Sql;

/// <summary>Starts what takes part in a silo's life, without the silo.</summary>
internal sealed class RecordedLifecycle : ISiloLifecycle
{
    private readonly List<ILifecycleObserver> _observers = [];

    public int HighestCompletedStage => 0;

    public int LowestStoppedStage => 0;

    public IDisposable Subscribe(string observerName, int stage, ILifecycleObserver observer)
    {
        _observers.Add(observer);
        return new MemoryStream();
    }

    public async Task StartAsync()
    {
        foreach (var observer in _observers)
        {
            await observer.OnStart();
        }
    }
}
