using Wuying.LoadTester.Invariants;

namespace Wuying.LoadTester.Histories;

/// <summary>Checks a recorded history.</summary>
/// <param name="recording">The recording.</param>
/// <param name="clock">The time that passes here.</param>
internal sealed class RecordedHistory(RecordingReader recording, TimeProvider clock)
{
    /// <summary>How many events were seen so far.</summary>
    public long Events { get; private set; }

    /// <summary>Reads it to its end and says what came of it.</summary>
    /// <param name="expectAllEnded">True when all that was asked must have ended by then.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RecordingException">It does not begin as a recording does.</exception>
    public async Task<CheckFigures> CheckAsync(bool expectAllEnded, CancellationToken cancellationToken)
    {
        var startedAt = clock.GetTimestamp();
        var head = await recording.ReadHeadAsync(cancellationToken);
        var zones = new Dictionary<string, string>(head.Zones, StringComparer.Ordinal);
        var checker = new HistoryChecker(zones, head.IsWhole);
        string? brokenOff = null;
        var (ledgers, users) = (0, 0);
        try
        {
            await foreach (var line in recording.ReadAsync(cancellationToken))
            {
                See(checker, zones, line);
                ledgers += line is RecordingLine { Places: not null } ? 1 : 0;
                users += line is RecordingLine { Notifications: not null } ? 1 : 0;
            }

            if (expectAllEnded)
            {
                checker.ExpectAllEnded();
            }
        }
        catch (Exception broken) when (broken is RecordingException or OperationCanceledException)
        {
            brokenOff = broken.Message;
        }

        var sequences = CheckFigures.SequencesOf(checker.Violations);
        return CheckFigures.Of(checker, clock.GetElapsedTime(startedAt), expectAllEnded) with
        {
            Evidence = await recording.FindAsync(sequences, cancellationToken),
            LedgersCompared = ledgers,
            UsersCompared = users,
            BrokenOff = brokenOff,
        };
    }

    private void See(HistoryChecker checker, Dictionary<string, string> zones, object line)
    {
        switch (line)
        {
            case HistoryEvent told:
                checker.See(told);
                Events = checker.Events;
                break;
            case RecordingLine { Places: { } day }:
                checker.SeePlaces(day.RegionId, day.Date, day.Reserved);
                break;
            case RecordingLine { Notifications: { } user }:
                checker.SeeNotifications(user.UserId, user.Told);
                break;
            case RecordingLine { Recording: { } more }:
                more.Zones.ToList().ForEach(zone => zones[zone.Key] = zone.Value);
                break;
        }
    }
}
