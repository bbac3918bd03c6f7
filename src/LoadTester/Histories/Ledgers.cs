using System.Globalization;
using Wuying.LoadTester.Invariants;
using Wuying.LoadTester.Service;

namespace Wuying.LoadTester.Histories;

/// <summary>What a running service answers besides its events: how many places are taken, and what users were told.</summary>
/// <param name="calls">Asks.</param>
internal sealed class Ledgers(ServiceCalls calls)
{
    /// <summary>As many users as are asked about: a sample.</summary>
    private const int UsersMax = 200;

    private const int DaysMax = 366;

    /// <summary>The places of the days that the events account for.</summary>
    public async Task<IReadOnlyList<RecordedPlaces>> ReadPlacesAsync(
        IEnumerable<(string Region, string Day)> days, CancellationToken cancellationToken)
    {
        var places = new List<RecordedPlaces>();
        foreach (var region in days.GroupBy(day => day.Region, day => day.Day, StringComparer.Ordinal))
        {
            var wanted = region.ToHashSet(StringComparer.Ordinal);
            foreach (var (from, to) in Spans([.. wanted.Order(StringComparer.Ordinal)]))
            {
                await foreach (var day in calls.ListQuotasAsync(region.Key, $"from={from}&to={to}", cancellationToken))
                {
                    places.AddRange(wanted.Contains(day.Date) ? [new RecordedPlaces(region.Key, day.Date, day.Reserved)] : []);
                }
            }
        }

        return places;
    }

    /// <summary>What users were told.</summary>
    public async Task<IReadOnlyList<RecordedNotifications>> ReadNotificationsAsync(IEnumerable<string> users, CancellationToken cancellationToken)
    {
        var told = new List<RecordedNotifications>();
        foreach (var user in users.Take(UsersMax))
        {
            var notifications = new List<ToldNotification>();
            await foreach (var one in calls.ListNotificationsAsync(user, cancellationToken))
            {
                notifications.Add(new ToldNotification(long.Parse(one.NotificationId, CultureInfo.InvariantCulture), one.Kind));
            }

            told.Add(new RecordedNotifications(user, notifications));
        }

        return told;
    }

    // One answer has a year of days at most.
    private static IEnumerable<(string From, string To)> Spans(IReadOnlyList<string> days)
    {
        for (var first = 0; first < days.Count;)
        {
            var last = first;
            while (last + 1 < days.Count && DayOf(days[last + 1]).DayNumber - DayOf(days[first]).DayNumber < DaysMax)
            {
                last++;
            }

            yield return (days[first], days[last]);
            first = last + 1;
        }
    }

    private static DateOnly DayOf(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
