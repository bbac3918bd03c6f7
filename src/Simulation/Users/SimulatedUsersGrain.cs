using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Wuying.Contracts;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Simulation;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Regions;
using Wuying.Grains.Fleet;
using Wuying.Simulation.Clock;

namespace Wuying.Simulation.Users;

/// <summary>Lets the users of one region come and go. Each tick compares what they want now with what they last did, and acts for those alone for whom the two differ; so it does not matter which tick it is.</summary>
[GrainType(GrainTypes.SimulatedUsers)]
internal sealed partial class SimulatedUsersGrain(
    FleetClock clock,
    UserClient client,
    Waves waves,
    IFleetQueries queries,
    IOptions<SimulatedUsersOptions> options,
    ILogger<SimulatedUsersGrain> logger) : Grain, ISimulatedUsersGrain, IRemindable
{
    private const string ReminderName = "tick";
    private const int PageSize = 1_000;
    private const int WaveSize = 500;

    private static readonly TimeSpan Period = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan PeriodWithoutUsers = TimeSpan.FromHours(1);

    // Computers that came, went or lost their session by somebody else's doing are found no later than this.
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromHours(6);

    private readonly PriorityQueue<SimulatedUser, DateTimeOffset> _byNextLook = new();
    private DateTimeOffset _refreshAt = DateTimeOffset.MinValue;
    private TimeSpan? _period;

    private RegionId RegionId => new(this.GetPrimaryKeyString());

    // On a real clock nobody is simulated: what is done there is done to real users.
    private bool IsOn => options.Value.Activity > 0 && clock.Simulated is not null;

    public Task EnsureAwakeAsync() => IsOn ? RefreshAsync(clock.GetUtcNow()) : Task.CompletedTask;

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        if (!IsOn)
        {
            await StopAsync();
            return;
        }

        var now = clock.GetUtcNow();
        if (now >= _refreshAt)
        {
            await RefreshAsync(now);
        }

        await ActAsync(now);
    }

    private async Task ActAsync(DateTimeOffset now)
    {
        var looked = new List<SimulatedUser>();
        while (_byNextLook.TryPeek(out _, out var at) && at <= now)
        {
            looked.Add(_byNextLook.Dequeue());
        }

        var day = ProductRegion.CalendarOf(RegionId).DayOf(now);
        var unsettled = looked.Where(user => user.IsConnected != user.IsWantedAt(now));
        var failures = await waves.RunAsync(
            WaveKind.Users, unsettled, WaveSize, user => user.IsWantedAt(now) ? client.ComeAsync(user, day) : client.LeaveAsync(user));
        foreach (var (user, error) in failures)
        {
            LogCouldNotAct(user.Id.Value, user.ComputerId.Value, error);
        }

        _byNextLook.EnqueueRange(looked.Select(user => (user, NextLook(user, now))));
    }

    // Whoever was refused, or failed, tries again at the next tick.
    private static DateTimeOffset NextLook(SimulatedUser user, DateTimeOffset now)
    {
        var isWanted = user.IsWantedAt(now);
        user.HasLoggedOn &= isWanted;
        return user.IsConnected == isWanted ? user.NextChangeAfter(now) : now;
    }

    private async Task RefreshAsync(DateTimeOffset now)
    {
        var users = await ListUsersAsync();
        _byNextLook.Clear();
        _byNextLook.EnqueueRange(users, now);
        _refreshAt = users.Count == 0 ? now : now + RefreshInterval;
        await TickEveryAsync(users.Count == 0 ? PeriodWithoutUsers : Period, now);
    }

    private async Task<List<SimulatedUser>> ListUsersAsync()
    {
        var users = new List<SimulatedUser>();
        var filter = new ComputerFilter { RegionId = RegionId };
        string? after = null;
        do
        {
            var page = await queries.ListComputersAsync(filter, after, PageSize);
            users.AddRange(page.Items.Where(computer => !computer.AssignedUserIds.IsEmpty).Select(UserOf));
            after = page.NextCursor;
        }
        while (after is not null);

        return users;
    }

    private SimulatedUser UserOf(CloudComputer computer)
    {
        var user = computer.AssignedUserIds[0];
        return new SimulatedUser(computer.Id, user, client.HabitsOf(computer.Id), ProductRegion.CalendarOf(RegionId))
        {
            IsConnected = computer.Session?.UserId == user,
        };
    }

    // On whole multiples of the period, so that the ticks are the same whenever they were asked for.
    private async Task TickEveryAsync(TimeSpan period, DateTimeOffset now)
    {
        if (_period != period)
        {
            await this.RegisterOrUpdateReminder(ReminderName, period - TimeSpan.FromTicks(now.UtcTicks % period.Ticks), period);
            _period = period;
        }
    }

    private async Task StopAsync()
    {
        _period = null;
        if (await this.GetReminder(ReminderName) is { } reminder)
        {
            await this.UnregisterReminder(reminder);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{UserId} could not do what they wanted with {ComputerId}; the next tick tries again")]
    private partial void LogCouldNotAct(string userId, string computerId, Exception error);
}
