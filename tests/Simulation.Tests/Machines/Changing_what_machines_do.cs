using Wuying.Contracts.Simulation;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Updates;
using Wuying.Harness;

namespace Wuying.Simulation.Tests.Machines;

public sealed class Changing_what_machines_do : IDisposable
{
    private const int Computers = 60;

    // An afternoon in Hangzhou, and the night after it: the window opens at 16:00 UTC.
    private static readonly DateTimeOffset Afternoon = DateTimeOffset.Parse("2023-10-25T07:00:00Z");
    private static readonly DateTimeOffset BeforeAnyIsDone = DateTimeOffset.Parse("2023-10-25T16:05:00Z");
    private static readonly DateTimeOffset Morning = DateTimeOffset.Parse("2023-10-25T21:30:00Z");
    private static readonly DateOnly Tomorrow = new(2023, 10, 26);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Starts_from_the_configuration()
    {
        await using var fleet = await StartAsync(("Simulation:Seed", "7"), ("Simulation:PowerFailureRate", "0.25"));

        Assert.Equal(Settings() with { Seed = 7, PowerFailureRate = 0.25 }, await MachinesOf(fleet).GetAsync());
    }

    [Fact]
    public async Task Holds_in_the_middle_of_a_night_for_updates_that_have_begun()
    {
        await using var fleet = await StartAsync();
        await ScheduleAllAsync(fleet);
        await fleet.AdvanceAsync(BeforeAnyIsDone);
        Assert.Equal(CloudComputerStatus.Updating, (await fleet.FindAsync(IdOf(1))).Status);

        await MachinesOf(fleet).ChangeAsync(new() { UpdateFailureRate = 1 }, "test");
        await fleet.AdvanceAsync(Morning);

        Assert.Equal(Enumerable.Repeat(UpdateOutcome.Failed, Computers), await OutcomesAsync(fleet));
        Assert.Equal(CloudComputerStatus.Faulted, (await fleet.FindAsync(IdOf(1))).Status);
    }

    [Fact]
    public async Task Is_remembered_when_the_silo_dies_and_wins_over_the_configuration()
    {
        var fleet = await StartAsync();
        await MachinesOf(fleet).ChangeAsync(new() { SilenceRate = 0.5, Seed = 3 }, "test");
        await MachinesOf(fleet).ChangeAsync(new() { Seed = 4 }, "test");
        await fleet.CrashAsync();

        await using var again = await StartAsync(("Simulation:Seed", "9"), ("Simulation:SilenceRate", "1"), ("Simulation:UpdateFailureRate", "0.1"));

        Assert.Equal(Settings() with { Seed = 4, SilenceRate = 0.5, UpdateFailureRate = 0.1 }, await MachinesOf(again).GetAsync());
    }

    [Fact]
    public async Task To_what_another_program_was_started_with_gives_its_night()
    {
        await using var changed = await StartAsync("changed.db");
        await MachinesOf(changed).ChangeAsync(new() { Seed = 5, UpdateFailureRate = 0.3 }, "test");
        await using var configured = await StartAsync("configured.db", ("Simulation:Seed", "5"), ("Simulation:UpdateFailureRate", "0.3"));

        var (one, other) = (await LiveAsync(changed), await LiveAsync(configured));

        Assert.Equal(other, one);
        Assert.InRange(one.Count(outcome => outcome is UpdateOutcome.Failed), 1, Computers - 1);
    }

    [Fact]
    public async Task To_a_rate_that_is_none_is_a_mistake_and_changes_nothing()
    {
        await using var fleet = await StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => MachinesOf(fleet).ChangeAsync(new() { Seed = 3, SilenceRate = 1.5 }, "test"));
        await Assert.ThrowsAsync<ArgumentException>(() => MachinesOf(fleet).ChangeAsync(new() { UpdateFailureRate = double.NaN }, "test"));

        Assert.Equal(Settings(), await MachinesOf(fleet).GetAsync());
    }

    private static ISimulatedMachinesGrain MachinesOf(TestFleet fleet) => fleet.Grains.GetGrain<ISimulatedMachinesGrain>(ISimulatedMachinesGrain.Key);

    private static MachineSettings Settings() => new()
    {
        Seed = 1,
        UpdateFailureRate = 0,
        SnapshotFailureRate = 0,
        RestoreFailureRate = 0,
        PowerFailureRate = 0,
        ImageUpdateFailureRate = 0,
        SilenceRate = 0,
    };

    private Task<TestFleet> StartAsync(params (string, string)[] settings) => StartAsync("fleet.db", settings);

    private Task<TestFleet> StartAsync(string file, params (string, string)[] settings) => TestFleet.StartAsync(_folder.File(file), Afternoon, settings);

    private static async Task<List<UpdateOutcome>> LiveAsync(TestFleet fleet)
    {
        await ScheduleAllAsync(fleet);
        await fleet.AdvanceAsync(Morning);
        return await OutcomesAsync(fleet);
    }

    private static async Task ScheduleAllAsync(TestFleet fleet)
    {
        await fleet.AddAsync(Enumerable.Range(1, Computers).Select(number => A.Computer(IdOf(number))));
        var target = await fleet.PublishAsync(A.Hangzhou, A.NewVersion);
        await Task.WhenAll(Enumerable.Range(1, Computers).Select(number => fleet.Computer(IdOf(number)).RequestUpdateAsync(A.Scheduled(target, Tomorrow))));
    }

    private static async Task<List<UpdateOutcome>> OutcomesAsync(TestFleet fleet)
    {
        var outcomes = new List<UpdateOutcome>();
        for (var number = 1; number <= Computers; number++)
        {
            outcomes.Add((await fleet.FindAsync(IdOf(number))).LastUpdate!.Outcome);
        }

        return outcomes;
    }

    private static string IdOf(int number) => $"ecd-{number:D3}";
}
