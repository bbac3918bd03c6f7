using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Wuying.Contracts;
using Wuying.Contracts.Answers;
using Wuying.Contracts.CloudComputers;
using Wuying.Contracts.Fleet;
using Wuying.Domain.Decisions;
using Wuying.Domain.Regions;
using Wuying.Grains.Operations;
using Wuying.Grains.Updates;

namespace Wuying.Grains.Fleet;

/// <summary>Works one bulk operation off in waves. Its progress is in the store; whatever wakes it goes on where the last saved wave ended (R24).</summary>
[GrainType(GrainTypes.BulkOperation)]
internal sealed partial class BulkOperationGrain(
    [FromKeyedServices(TimeProviderNames.Grains)] TimeProvider clock,
    TimeProvider systemClock,
    IBulkOperationStore store,
    IFleetQueries queries,
    FleetInstruments instruments,
    IOptions<UpdateOptions> options,
    ILogger<BulkOperationGrain> logger) : Grain, IBulkOperationGrain, IRemindable
{
    private const int AttemptsMax = 10;

    // While the answers of one wave are recorded, the computers of the other decide and are saved.
    private const int WavesAtOnce = 2;
    private const int WavesInTurn = 8;

    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    private readonly Dictionary<int, int> _attempts = [];
    private BulkCommand? _command;

    private string Id => this.GetPrimaryKeyString();

    public async Task<BulkOperation> BeginAsync(RegionId region, ComputerFilter filter, BulkCommand command)
    {
        // The reminder finishes the work if this silo dies; alive, the grain keeps itself going without waiting for the clock.
        await this.RegisterOrUpdateReminder(Ticker.ReminderName, TimeSpan.Zero, Ticker.Period);
        var operation = await store.CreateOperationAsync(
            new BulkOperation { Id = Id, RegionId = region, Command = command, StartedAt = clock.GetUtcNow() }, filter);
        GoOn();
        return operation;
    }

    public async Task ContinueAsync()
    {
        try
        {
            if (!await RunTurnAsync())
            {
                await FinishAsync();
                return;
            }
        }
#pragma warning disable CA1031 // Whatever kept this wave from being worked off, the next attempt may succeed.
        catch (Exception error)
#pragma warning restore CA1031
        {
            LogWaveFailed(Id, error);
            await Task.Delay(RetryDelay, systemClock);
        }

        GoOn();
    }

    // A tick holds the clock until the work is done: simulated time does not run ahead of a bulk request.
    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        while (await RunTurnAsync())
        {
        }

        await FinishAsync();
    }

    private async Task<bool> RunTurnAsync()
    {
        var items = await store.TakeUnansweredAsync(Id, options.Value.WaveSize * WavesInTurn);
        if (items.IsEmpty)
        {
            return false;
        }

        var command = _command ??= (await queries.FindOperationAsync(Id))!.Command;
        var waves = new Queue<BulkItem[]>(items.Chunk(options.Value.WaveSize));
        await Task.WhenAll(Enumerable.Range(0, WavesAtOnce).Select(async _ =>
        {
            while (waves.TryDequeue(out var wave))
            {
                await RunWaveAsync(wave, command);
            }
        }));
        return true;
    }

    private async Task RunWaveAsync(BulkItem[] items, BulkCommand command)
    {
        using var activity = FleetActivities.BeginBulkWave(Id, items.Length);
        var startedAt = instruments.Timestamp;
        var asked = await Task.WhenAll(items.Select(async item => item with { Answer = await AskAsync(item, command) }));
        instruments.OnWave(WaveKind.Bulk, items.Length, asked.Count(item => item.Answer is null), startedAt);
        await store.RecordAnswersAsync(Id, [.. asked.Where(item => item.Answer is not null)], clock.GetUtcNow());
        if (asked.Any(item => item.Answer is null))
        {
            await Task.Delay(RetryDelay, systemClock);
        }
    }

    /// <summary>Asks one computer; null when it could not be asked and has its turn again in the next wave.</summary>
    private async Task<Answer?> AskAsync(BulkItem item, BulkCommand command)
    {
        var computer = GrainFactory.GetComputer(item.ComputerId);
        try
        {
            return await command.AskAsync(computer);
        }
#pragma warning disable CA1031 // One computer's failure keeps no other from its turn.
        catch (Exception error)
#pragma warning restore CA1031
        {
            LogItemFailed(item.ComputerId.Value, Id, error);
            var attempts = _attempts[item.Number] = _attempts.GetValueOrDefault(item.Number) + 1;
            return attempts < AttemptsMax
                ? null
                : Answer.Rejected(RejectionCode.OutcomeUnknown, $"It is not known whether {item.ComputerId} took this; asking again is safe.");
        }
    }

    private async Task FinishAsync()
    {
        if (await this.GetReminder(Ticker.ReminderName) is { } reminder)
        {
            await this.UnregisterReminder(reminder);
        }
    }

    // Some waves are a turn of their own, so that the grain stays reachable and no call lasts long.
    private void GoOn() => this.AsReference<IBulkOperationGrain>().ContinueAsync().Ignore();

    [LoggerMessage(LogLevel.Warning, "A wave of bulk operation {OperationId} could not be worked off; it is tried again")]
    private partial void LogWaveFailed(string operationId, Exception error);

    [LoggerMessage(LogLevel.Warning, "{ComputerId} did not answer in bulk operation {OperationId}")]
    private partial void LogItemFailed(string computerId, string operationId, Exception error);
}
