using Wuying.Harness;

namespace Wuying.Grains.Tests;

/// <summary>A blank, still world for each test: an afternoon in Hangzhou, 15:00 on 25 October 2023.</summary>
public abstract class FleetTests : IAsyncLifetime
{
    protected static readonly DateTimeOffset Afternoon = DateTimeOffset.Parse("2023-10-25T07:00:00Z");
    protected static readonly DateOnly Tomorrow = new(2023, 10, 26);

    /// <summary>Half past five of the next morning: the night is over.</summary>
    protected static readonly DateTimeOffset Morning = DateTimeOffset.Parse("2023-10-25T21:30:00Z");

    private readonly TemporaryFolder _folder = new();

    protected TestFleet Fleet { get; private set; } = null!;

    /// <summary>Settings of the world besides the usual ones.</summary>
    protected virtual (string Key, string Value)[] Settings => [];

    public async ValueTask InitializeAsync() => Fleet = await TestFleet.StartAsync(_folder.File("fleet.db"), Afternoon, Settings);

    public async ValueTask DisposeAsync()
    {
        await Fleet.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends the world in the middle of whatever it does, and starts it again on the same store.</summary>
    protected async Task CrashAsync()
    {
        await Fleet.CrashAsync();
        await InitializeAsync();
    }

    /// <summary>Stops the world and starts it again on the same store.</summary>
    protected async Task RestartAsync()
    {
        await Fleet.DisposeAsync();
        await InitializeAsync();
    }
}
