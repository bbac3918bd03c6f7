using System.Collections.Concurrent;
using System.Collections.Immutable;
using Wuying.Contracts.Access;

namespace Wuying.Api.Access;

/// <summary>Writes down now and then which keys were used: a write a minute, however many requests there are.</summary>
internal sealed partial class LastUses(IAccessStore store, TimeProvider clock, ILogger<LastUses> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private ConcurrentDictionary<string, DateTimeOffset> _notes = new(StringComparer.Ordinal);

    /// <summary>A key was used.</summary>
    public void Note(string id, DateTimeOffset at) => _notes[id] = at;

    /// <summary>Writes down what was noted; what cannot be written stays noted.</summary>
    public async Task WriteAsync()
    {
        var notes = Interlocked.Exchange(ref _notes, new(StringComparer.Ordinal));
        if (notes.IsEmpty)
        {
            return;
        }

        try
        {
            await store.NoteUseAsync(notes.ToImmutableSortedDictionary(StringComparer.Ordinal));
        }
#pragma warning disable CA1031 // When a key was last used is worth no failure.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogNotWritten(exception);
            foreach (var (id, at) in notes)
            {
                _notes.TryAdd(id, at);
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync().WaitAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await WriteAsync();
        }
    }

    [LoggerMessage(LogLevel.Warning, "When keys were last used could not be written down; it is tried again in a minute.")]
    private partial void LogNotWritten(Exception exception);
}
