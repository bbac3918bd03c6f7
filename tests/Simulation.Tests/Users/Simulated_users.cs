using System.Globalization;
using Wuying.Contracts;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.Harness;
using Wuying.Simulation.Users;

namespace Wuying.Simulation.Tests.Users;

public sealed class Simulated_users : IDisposable
{
    private const int Computers = 40;

    // Six in the evening of a Tuesday in Hangzhou.
    private static readonly DateTimeOffset Evening = At("2023-10-24T10:00:00Z");
    private static readonly DateOnly Wednesday = new(2023, 10, 25);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Come_in_the_morning_and_are_gone_at_night_except_the_forgetful()
    {
        var options = new SimulatedUsersOptions { Activity = 1, ForgottenRate = 0.2 };
        await using var fleet = await StartAsync(options);
        await PrepareAsync(fleet);

        await fleet.AdvanceAsync(At("2023-10-25T03:00:00Z"));
        Assert.Equal(Computers, (await ConnectedAsync(fleet)).Count);

        await fleet.AdvanceAsync(At("2023-10-25T15:00:00Z"));
        var forgetful = Ids().Where(id => new Habits(options, 1, new CloudComputerId(id)).Forgets(Wednesday)).ToHashSet();
        Assert.NotEmpty(forgetful);
        Assert.Equal(forgetful, await ConnectedAsync(fleet));

        await fleet.AdvanceAsync(At("2023-10-26T00:00:00Z"));
        Assert.DoesNotContain(await ConnectedAsync(fleet), forgetful.Contains);
    }

    [Fact]
    public async Task Say_to_offers_what_they_think_of_them()
    {
        var options = new SimulatedUsersOptions { Activity = 1, AcceptRate = 0.5, DeclineRate = 0.25 };
        await using var fleet = await StartAsync(options);
        await PrepareAsync(fleet);

        await fleet.AdvanceAsync(At("2023-10-26T15:00:00Z"));

        var events = await fleet.EventsAsync();
        Assert.InRange(Count(events, "offerAccepted"), Computers / 4, Computers);
        Assert.InRange(Count(events, "offerDeclined"), 1, Computers / 2);
        Assert.InRange(Count(events, "updateSucceeded"), 1, Count(events, "offerAccepted"));
        Assert.Contains(events, each => each.Event.Kind is "operationStarted" && each.Event.RequestedBy.StartsWith("user-of-", StringComparison.Ordinal));
        Assert.Equal(2 * Computers, events
            .Where(each => each.Event.Kind is "userConnected" && each.Event.At > Evening.AddHours(6))
            .Select(each => (each.Event.SubjectId, each.Event.At.Date)).Distinct().Count());
    }

    [Fact]
    public async Task Start_their_computer_when_it_is_stopped()
    {
        await using var fleet = await StartAsync(new SimulatedUsersOptions { Activity = 1 });
        await fleet.AddAsync([A.Computer("ecd-1", CloudComputerStatus.Stopped)]);

        await fleet.AdvanceAsync(At("2023-10-25T03:00:00Z"));

        var computer = await fleet.FindAsync("ecd-1");
        Assert.Equal(CloudComputerStatus.Running, computer.Status);
        Assert.True(computer.IsConnected);
    }

    [Fact]
    public async Task Are_not_there_unless_asked_for()
    {
        await using (var fleet = await StartAsync(new SimulatedUsersOptions { ForgottenRate = 1, NightVisitRate = 1, AcceptRate = 1 }))
        {
            await PrepareAsync(fleet);
            await fleet.AdvanceAsync(Evening.AddDays(2));
            Assert.Equal(0, Count(await fleet.EventsAsync(), "userConnected"));
            Assert.False(await HasReminderAsync(fleet));
        }

        await using (var fleet = await StartAsync(new SimulatedUsersOptions { Activity = 1 }))
        {
            Assert.True(await HasReminderAsync(fleet));
        }

        await using (var fleet = await StartAsync(new SimulatedUsersOptions()))
        {
            await fleet.AdvanceAsync(Evening.AddDays(2).AddHours(2));
            Assert.Equal(0, Count(await fleet.EventsAsync(), "userConnected"));
            Assert.False(await HasReminderAsync(fleet));
        }
    }

    [Fact]
    public async Task Do_the_same_things_for_the_same_seed()
    {
        var options = new SimulatedUsersOptions { Activity = 0.8, ForgottenRate = 0.1, NightVisitRate = 0.1, AcceptRate = 0.4, DeclineRate = 0.2 };
        Assert.Equal(await LiveAsync("one.db", options), await LiveAsync("two.db", options));
    }

    [Fact]
    public async Task Do_the_same_things_when_the_silo_starts_anew_in_between()
    {
        // At half past five in the morning, with everybody gone: how long ago the last connection check was is not remembered.
        var options = new SimulatedUsersOptions { Activity = 0.8, NightVisitRate = 0.1, AcceptRate = 0.4, DeclineRate = 0.2 };
        var restartAt = At("2023-10-26T21:30:00Z");
        Assert.Equal(await LiveAsync("one.db", options), await LiveAsync("two.db", options, restartAt));
    }

    private async Task<List<(DateTimeOffset At, string Id, string Kind)>> LiveAsync(string file, SimulatedUsersOptions options, DateTimeOffset? restartAt = null)
    {
        var fleet = await StartAsync(options, file);
        await PrepareAsync(fleet);
        if (restartAt is { } instant)
        {
            await fleet.AdvanceAsync(instant);
            await fleet.DisposeAsync();
            fleet = await StartAsync(options, file);
        }

        await using (fleet)
        {
            await fleet.AdvanceAsync(Evening.AddDays(4));
            return [.. (await fleet.EventsAsync())
                .Where(each => each.Event.Subject is "computer")
                .OrderBy(each => each.Event.At).ThenBy(each => each.Event.SubjectId).ThenBy(each => each.Sequence)
                .Select(each => (each.Event.At, each.Event.SubjectId, each.Event.Kind))];
        }
    }

    private Task<TestFleet> StartAsync(SimulatedUsersOptions options, string file = "fleet.db") => TestFleet.StartAsync(
        _folder.File(file), Evening,
        Setting(nameof(options.Activity), options.Activity),
        Setting(nameof(options.ForgottenRate), options.ForgottenRate),
        Setting(nameof(options.NightVisitRate), options.NightVisitRate),
        Setting(nameof(options.AcceptRate), options.AcceptRate),
        Setting(nameof(options.DeclineRate), options.DeclineRate));

    private static (string Key, string Value) Setting(string name, double value) =>
        ($"{SimulatedUsersOptions.SectionName}:{name}", value.ToString(CultureInfo.InvariantCulture));

    // A version is pushed before there is a computer: each user is offered it when they log on.
    private static async Task PrepareAsync(TestFleet fleet)
    {
        await fleet.PublishAsync(A.Hangzhou, A.NewVersion, push: true);
        await fleet.AddAsync(Ids().Select(id => A.Computer(id)));
    }

    private static IEnumerable<string> Ids() => Enumerable.Range(1, Computers).Select(number => $"ecd-{number:D3}");

    private static async Task<HashSet<string>> ConnectedAsync(TestFleet fleet) =>
        [.. (await fleet.Queries.ListComputersAsync(new ComputerFilter { IsConnected = true }, null, 1_000)).Items.Select(computer => computer.Id.Value)];

    private static async Task<bool> HasReminderAsync(TestFleet fleet) =>
        (await fleet.Service<IReminderTable>().ReadRows(GrainId.Create(GrainTypes.SimulatedUsers, A.Hangzhou.Value))).Reminders.Count > 0;

    private static int Count(List<RecordedEvent> events, string kind) => events.Count(each => each.Event.Kind == kind);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
