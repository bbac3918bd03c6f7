using System.Text.RegularExpressions;
using Wuying.Domain.EndUsers;
using Wuying.Harness;

namespace Wuying.Grains.Tests;

public sealed partial class R31_Instants_in_events : FleetTests
{
    [Fact]
    public async Task Are_in_utc_with_a_z_and_days_are_plain()
    {
        await Fleet.AddAsync([A.Computer("ecd-1"), A.Computer("ecd-2") with { Session = new UserSession(A.UserOf("ecd-2"), Afternoon) }]);
        var target = await Fleet.PublishAsync(A.Hangzhou, A.NewVersion);
        await Fleet.Computer("ecd-1").RequestUpdateAsync(A.Scheduled(target, Tomorrow));
        await Fleet.Computer("ecd-2").RequestUpdateAsync(A.Scheduled(target, Tomorrow));
        await Fleet.AdvanceAsync(Morning);

        var times = (await Fleet.EventsAsync())
            .SelectMany(recorded => new[] { recorded.Event.Data, recorded.Event.Before, recorded.Event.After })
            .SelectMany(json => Time().Matches(json ?? "").Select(match => match.Groups[1].Value))
            .ToList();

        Assert.Contains("2023-10-26", times);
        Assert.Contains("2023-10-25T16:00:00Z", times);
        Assert.All(times, time => Assert.Matches(@"\A\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?Z)?\z", time));
    }

    [GeneratedRegex("\"(\\d{4}-\\d\\d-\\d\\d[^\"]*)\"")]
    private static partial Regex Time();
}
