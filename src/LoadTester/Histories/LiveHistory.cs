using System.Text.Json;
using Wuying.LoadTester.Invariants;
using Wuying.LoadTester.Load;
using Wuying.LoadTester.Service;

namespace Wuying.LoadTester.Histories;

/// <summary>Reads the history of a running service along, from its first event on, and checks it; writes it down too if asked to.</summary>
internal sealed class LiveHistory : IAsyncDisposable
{
    /// <summary>Of more users notifications are not followed: each one followed costs memory.</summary>
    private const int FollowedUsersMax = 1_000;

    /// <summary>How often the ledgers are read anew, when events come in meanwhile.</summary>
    private const int AttemptsMax = 5;

    private readonly ServiceCalls _calls;
    private readonly EventReader _reader;
    private readonly HistoryChecker _checker;
    private readonly Dictionary<string, string> _zones;
    private readonly RecordingWriter? _recording;
    private readonly TimeProvider _clock;
    private readonly Timeline _timeline = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly long _startedAt;
    private readonly Task _following;

    private LiveHistory(
        ServiceCalls calls, EventReader reader, Dictionary<string, string> zones, bool isWhole, RecordingWriter? recording, TimeProvider clock)
    {
        (_calls, _reader, _zones, _recording, _clock) = (calls, reader, zones, recording, clock);
        _startedAt = clock.GetTimestamp();
        _checker = new HistoryChecker(zones, isWhole, FollowedUsersMax);
        recording?.Write(new RecordingLine { Recording = new RecordingHead(isWhole, zones) });
        _following = FollowAsync();
    }

    /// <summary>How many events were seen so far.</summary>
    public long Events => _checker.Events;

    /// <summary>How many violations were found so far.</summary>
    public long Violations => _checker.ViolationsTotal;

    /// <summary>What the service's clock showed at the last event seen.</summary>
    public DateTimeOffset? At => _checker.LastAt;

    /// <summary>Begins to follow.</summary>
    /// <param name="calls">Asks the service.</param>
    /// <param name="recording">Where to write it down; null for nowhere.</param>
    /// <param name="clock">The time that passes here.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<LiveHistory> StartAsync(
        ServiceCalls calls, RecordingWriter? recording, TimeProvider clock, CancellationToken cancellationToken)
    {
        var reader = new EventReader(calls.Client, clock);
        var zones = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var region in calls.ListRegionsAsync(cancellationToken))
        {
            zones[region.RegionId] = region.TimeZone;
        }

        var first = await reader.ReadPageAsync(after: 0, limit: 1, cancellationToken);
        return new LiveHistory(calls, reader, zones, isWhole: first is [] or [{ Sequence: 1 }], recording, clock);
    }

    /// <summary>Reads on to the newest event, compares the ledgers, and says what came of it all.</summary>
    /// <param name="expectAllEnded">True when all that was asked must have ended by now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<CheckFigures> FinishAsync(bool expectAllEnded, CancellationToken cancellationToken)
    {
        string? brokenOff = null;
        var (ledgers, users) = (0, 0);
        try
        {
            await StopFollowingAsync();
            (ledgers, users) = await CompareAsync(cancellationToken);
            if (expectAllEnded)
            {
                _checker.ExpectAllEnded();
            }
        }
        catch (Exception broken) when (broken is ServiceException or JsonException or IOException or OperationCanceledException)
        {
            brokenOff = broken.Message;
        }

        return CheckFigures.Of(_checker, _clock.GetElapsedTime(_startedAt), expectAllEnded) with
        {
            Evidence = brokenOff is null ? await FindAsync(CheckFigures.SequencesOf(_checker.Violations), cancellationToken) : new Dictionary<long, HistoryEvent>(),
            LedgersCompared = ledgers,
            UsersCompared = users,
            BrokenOff = brokenOff,
            Timeline = _timeline.ToFigures(),
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Task.WhenAny(_following);
        _stopping.Dispose();
        _recording?.Dispose();
    }

    private async Task FollowAsync()
    {
        await foreach (var told in _reader.FollowAsync(after: 0, _stopping.Token))
        {
            await SeeAsync(told, _stopping.Token);
        }
    }

    private async Task StopFollowingAsync()
    {
        await _stopping.CancelAsync();
        try
        {
            await _following;
        }
        catch (OperationCanceledException)
        {
            // As it was told to.
        }
    }

    /// <returns>How many days and users were compared. A ledger counts only if nothing happened while it was read.</returns>
    private async Task<(int Ledgers, int Users)> CompareAsync(CancellationToken cancellationToken)
    {
        var asked = new Ledgers(_calls);
        await CatchUpAsync(cancellationToken);
        for (var attempt = 0; attempt < AttemptsMax; attempt++)
        {
            var places = await asked.ReadPlacesAsync(_checker.Places.Keys, cancellationToken);
            var told = await asked.ReadNotificationsAsync(_checker.FollowedUsers, cancellationToken);
            if (await CatchUpAsync(cancellationToken) == 0)
            {
                Compare(places, told);
                return (places.Count, told.Count);
            }
        }

        return (0, 0);
    }

    private void Compare(IReadOnlyList<RecordedPlaces> places, IReadOnlyList<RecordedNotifications> told)
    {
        foreach (var day in places)
        {
            _recording?.Write(new RecordingLine { Places = day });
            _checker.SeePlaces(day.RegionId, day.Date, day.Reserved);
        }

        foreach (var user in told)
        {
            _recording?.Write(new RecordingLine { Notifications = user });
            _checker.SeeNotifications(user.UserId, user.Told);
        }
    }

    private async Task<int> CatchUpAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var told in _reader.ReadOnAsync(_checker.LastSequence, cancellationToken))
        {
            await SeeAsync(told, cancellationToken);
            count++;
        }

        return count;
    }

    private async Task SeeAsync(HistoryEvent told, CancellationToken cancellationToken)
    {
        if (!_zones.ContainsKey(told.RegionId))
        {
            _zones[told.RegionId] = (await _calls.GetRegionAsync(told.RegionId, cancellationToken)).TimeZone;
            _recording?.Write(new RecordingLine { Recording = new RecordingHead(IsWhole: true, _zones) });
        }

        _recording?.Write(told);
        _checker.See(told);
        _timeline.Answer(_clock.GetElapsedTime(_startedAt), isError: false);
    }

    private async Task<Dictionary<long, HistoryEvent>> FindAsync(IReadOnlySet<long> sequences, CancellationToken cancellationToken)
    {
        var found = new Dictionary<long, HistoryEvent>();
        foreach (var sequence in sequences)
        {
            if (await _reader.ReadPageAsync(sequence - 1, 1, cancellationToken) is [var told] && told.Sequence == sequence)
            {
                found[sequence] = told;
            }
        }

        return found;
    }
}
