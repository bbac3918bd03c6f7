using System.Globalization;
using Wuying.LoadTester.Progress;
using Wuying.LoadTester.Runs;
using Wuying.LoadTester.Service;

namespace Wuying.LoadTester.Nights;

/// <summary>One night: a version is there, everybody is scheduled by one request a region, the night passes, and what came of it is verified.</summary>
/// <param name="run">With what.</param>
/// <param name="plan">How.</param>
/// <param name="publisher">Publishes.</param>
/// <param name="regions">Where.</param>
/// <param name="number">Which night, from 1.</param>
internal sealed class Night(Run run, NightPlan plan, Publisher publisher, IReadOnlyList<RegionView> regions, int number)
{
    /// <summary>After a window closes the last updates end; one whose machine is never heard of again takes half an hour.</summary>
    private static readonly TimeSpan Aftermath = TimeSpan.FromMinutes(45);

    private static readonly TimeSpan WindowLength = TimeSpan.FromHours(5);

    private readonly string _name = plan.Nights == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" {number}");

    /// <summary>Passes it.</summary>
    public async Task<NightFigures> PassAsync(CancellationToken stop)
    {
        var (versions, publishing) = await TimeAsync("publish", step => PublishAsync(step, stop));
        var (parts, scheduling) = await TimeAsync("schedule", step => ScheduleAsync(step, versions, stop));
        var from = (await run.Calls.GetClockAsync(stop)).Now;
        var until = parts.Max(part => part.ClosesAt) + Aftermath;
        var (_, passing) = await TimeAsync("night", step => PassTimeAsync(step, from, until, stop));
        var (verified, _) = await TimeAsync("verify", _ => Task.WhenAll(parts.Select(part => part.VerifyAsync(run.Calls, stop))));
        run.Result.Problems.AddRange(verified.SelectMany(part => part.Problems));
        return new NightFigures
        {
            Number = number,
            Date = string.Join(", ", parts.Select(part => part.Date).Distinct()),
            Asked = parts.Sum(part => (long)part.Operation.Total),
            Accepted = parts.Sum(part => (long)part.Operation.Accepted),
            Refused = Sum(parts.Select(part => part.Operation.RejectedByCode)),
            PublishSeconds = publishing.TotalSeconds,
            ScheduleSeconds = scheduling.TotalSeconds,
            NightSeconds = passing.TotalSeconds,
            FleetHours = (until - from).TotalHours,
            ByState = Sum(verified.Select(part => part.Counts.ByState)),
            ByReason = Sum(verified.Select(part => part.Counts.ByReason)),
            QuotaReserved = verified.Sum(part => (long)part.Reserved),
        };
    }

    private static Dictionary<string, long> Sum(IEnumerable<IReadOnlyDictionary<string, long>> counts) =>
        counts.SelectMany(each => each).GroupBy(each => each.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Sum(each => each.Value));

    private Task<(T Result, TimeSpan Elapsed)> TimeAsync<T>(string phase, Func<ProgressStep, Task<T>> work) =>
        run.TimeAsync(phase + _name, phase is "schedule" ? "computers" : "", work);

    // The first night takes what is there, if it will do.
    private Task<VersionView[]> PublishAsync(ProgressStep step, CancellationToken stop)
    {
        step.Note = "with the push that follows from it, where a region pushes by itself";
        return Task.WhenAll(regions.Select(region =>
            number == 1 ? publisher.NeededAsync(region.RegionId, stop) : publisher.NewAsync(region.RegionId, stop)));
    }

    private async Task<RegionNight[]> ScheduleAsync(ProgressStep step, VersionView[] versions, CancellationToken stop)
    {
        var answered = new int[regions.Count];
        return await Task.WhenAll(regions.Select(async (region, index) =>
        {
            var date = await FindDayAsync(region.RegionId, stop);
            var request = new RequestUpdatesBody(versions[index].Version, date)
            {
                Filter = new FilterBody(All: true),
                SnapshotLeadHours = plan.SnapshotLeadHours,
            };
            var begun = await run.Calls.RequestUpdatesAsync(region.RegionId, request, stop);
            var finished = await publisher.FinishedAsync(begun.OperationId, view => Show(index, view), stop);
            return new RegionNight(region.RegionId, versions[index].Version, date, ClosesAt(region, date), finished);
        }));

        void Show(int index, OperationView view)
        {
            answered[index] = view.Total - view.Remaining;
            step.Done = answered.Sum();
        }
    }

    private async Task<string> FindDayAsync(string region, CancellationToken stop)
    {
        await foreach (var day in run.Calls.ListQuotasAsync(region, "", stop))
        {
            if (day.Pickable)
            {
                return day.Date;
            }
        }

        throw new ServiceException($"{region} has no day that can be picked: its quota is used up for a month. Raise it with --quota.");
    }

    private static DateTimeOffset ClosesAt(RegionView region, string date)
    {
        var midnight = DateTime.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(region.TimeZone);
        return new DateTimeOffset(midnight + WindowLength, zone.GetUtcOffset(midnight + WindowLength));
    }

    private async Task<bool> PassTimeAsync(ProgressStep step, DateTimeOffset from, DateTimeOffset until, CancellationToken stop)
    {
        step.Note = $"until {Instants.Text(until)}";
        if ((await run.Calls.GetClockAsync(stop)).IsSimulated)
        {
            await run.Calls.AdvanceAsync(until, stop);
            return true;
        }

        for (var now = from; now < until; now = (await run.Calls.GetClockAsync(stop)).Now)
        {
            await Task.Delay(until - now, run.Clock, stop);
        }

        return true;
    }
}
