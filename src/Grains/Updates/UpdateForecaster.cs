using System.Collections.Immutable;
using Wuying.Contracts.Answers;
using Wuying.Contracts.Updates;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.Updates;
using Wuying.Grains.CloudComputers;
using Wuying.Grains.Quotas;

namespace Wuying.Grains.Updates;

/// <summary>Adds up what a request would come to, computer by computer, as each would decide by itself.</summary>
/// <param name="request">The request.</param>
/// <param name="calendar">The region's days.</param>
/// <param name="places">Places left in the quota of the day it is for.</param>
/// <param name="now">The instant it would be made at.</param>
internal sealed class UpdateForecaster(UpdateRequest request, UpdateWindowCalendar calendar, int places, DateTimeOffset now)
{
    private readonly Dictionary<RejectionCode, long> _rejected = [];
    private readonly Dictionary<RejectionCode, long> _obstacles = [];
    private int _places = places;
    private int _total;
    private int _accepted;
    private int _replaced;
    private int _unchanged;

    /// <summary>Asks one computer.</summary>
    public void Ask(CloudComputer computer)
    {
        _total++;
        var decision = UpdateRules.Request(computer, request, calendar, now);
        if (decision.Rejection is { } rejection)
        {
            Count(_rejected, rejection.Code);
        }
        else if (!decision.IsAccepted)
        {
            _unchanged++;
        }
        else
        {
            Take(computer, decision.Events);
        }
    }

    /// <summary>What it comes to.</summary>
    public UpdateForecast Sum() => new(_total, _accepted, _replaced, _unchanged, ByName(_rejected), ByName(_obstacles), _places);

    private void Take(CloudComputer computer, ImmutableArray<CloudComputerEvent> facts)
    {
        var after = CloudComputerEvolution.Evolve(computer, facts);
        if (QuotaMoves.Between(computer, after).Reserve is not null)
        {
            if (_places == 0)
            {
                Count(_rejected, RejectionCode.DailyQuotaExceeded);
                return;
            }

            _places--;
        }

        _ = ComputerAnswers.To(computer, facts) == Answer.Replaced ? _replaced++ : _accepted++;

        // That the snapshot is not there yet is no news: its time has not come.
        if (request.Method is UpdateMethod.Scheduled && UpdateRules.StartObstacle(after) is { } obstacle and not RejectionCode.SnapshotMissing)
        {
            Count(_obstacles, obstacle);
        }
    }

    private static void Count(Dictionary<RejectionCode, long> counts, RejectionCode code) => counts[code] = counts.GetValueOrDefault(code) + 1;

    private static ImmutableSortedDictionary<string, long> ByName(Dictionary<RejectionCode, long> counts) =>
        counts.ToImmutableSortedDictionary(count => count.Key.ToString(), count => count.Value, StringComparer.Ordinal);
}
