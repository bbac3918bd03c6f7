using Npgsql;
using Wuying.Storage.Events;

namespace Wuying.Storage.Postgres;

/// <summary>Hears of every silo's commits with events, this one's too, and says so to those who wait. What was missed while the connection was lost is made good by saying so once it is back.</summary>
internal sealed class PostgresListener : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly NpgsqlDataSource _source;
    private readonly EventArrivals _arrivals;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _listening;

    public PostgresListener(NpgsqlDataSource source, EventArrivals arrivals, TimeProvider clock)
    {
        _source = source;
        _arrivals = arrivals;
        _clock = clock;
        _listening = Task.Run(ListenAsync);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _listening;
        _stopping.Dispose();
    }

    private async Task ListenAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                await ListenOnceAsync();
            }
            catch (OperationCanceledException)
            {
                // The store is being closed.
            }
            catch (Exception exception) when (exception is NpgsqlException or IOException or TimeoutException)
            {
                await Task.Delay(Pause, _clock, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenOnceAsync()
    {
        await using var connection = await _source.OpenConnectionAsync(_stopping.Token);
        connection.Notification += (_, _) => _arrivals.Raise();
        await using (var batch = connection.CreateBatch())
        {
            await batch.Add($"LISTEN {PostgresRecords.Channel}").ExecuteNonQueryAsync(_stopping.Token);
        }

        _arrivals.Raise();
        while (true)
        {
            await connection.WaitAsync(_stopping.Token);
        }
    }
}
