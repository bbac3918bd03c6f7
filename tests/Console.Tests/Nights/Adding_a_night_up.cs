using System.Collections.Immutable;
using Wuying.Contracts.Fleet;
using Wuying.Domain.Decisions;
using Wuying.Domain.Images;
using Wuying.Domain.Updates;
using Wuying.WebConsole.Nights;

namespace Wuying.Console.Tests.Nights;

public sealed class Adding_a_night_up
{
    private static readonly DateOnly Day = new(2023, 10, 25);
    private static readonly UpdateWindow Window = new(new(2023, 10, 24, 16, 0, 0, TimeSpan.Zero), new(2023, 10, 24, 21, 0, 0, TimeSpan.Zero));
    private static readonly ImageVersion Old = new("2.6.0-R-20230912.183045");
    private static readonly ImageVersion New = new("2.7.0-R-20231020.101500");

    [Fact]
    public void Counts_each_update_where_it_has_come_to()
    {
        var night = Night.Of(
            Day,
            Window,
            [
                Group(UpdateRowState.Succeeded, 5, startedAfter: 0, finishedAfter: 10),
                Group(UpdateRowState.Failed, 1, startedAfter: 5, finishedAfter: 15, reason: RejectionCode.UpdateFailed),
                Group(UpdateRowState.Running, 2, startedAfter: 30),
                Group(UpdateRowState.Waiting, 3, reason: RejectionCode.ComputerConnected),
                Group(UpdateRowState.Missed, 4, reason: RejectionCode.ComputerConnected),
                Group(UpdateRowState.Cancelled, 100),
                Group(UpdateRowState.Succeeded, 7, startedAfter: 0, finishedAfter: 10) with { Method = UpdateMethod.Immediate },
            ]);

        Assert.Equal((15, 8, 3, 2, 5, 1, 4, 7), (night.Planned, night.Started, night.Waiting, night.Running, night.Succeeded, night.Failed, night.Missed, night.Others));
        Assert.Equal([KeyValuePair.Create(RejectionCode.ComputerConnected, 7L), KeyValuePair.Create(RejectionCode.UpdateFailed, 1L)], night.Reasons);
    }

    [Fact]
    public void Tells_slot_by_slot_what_had_happened_by_its_end()
    {
        var night = Night.Of(
            Day,
            Window,
            [Group(UpdateRowState.Succeeded, 5, startedAfter: 0, finishedAfter: 10), Group(UpdateRowState.Failed, 1, startedAfter: 285, finishedAfter: 300)]);

        Assert.Equal(60, night.Slots.Length);
        Assert.Equal((5, 0, 5), (night.Slots[0].Started, night.Slots[0].Succeeded, night.Slots[0].Running));
        Assert.Equal((5, 5, 0), (night.Slots[2].Started, night.Slots[2].Succeeded, night.Slots[2].Running));

        // What is written in the moment after the end belongs to the night all the same.
        Assert.Equal((6, 5, 1), (night.Slots[^1].Started, night.Slots[^1].Succeeded, night.Slots[^1].Failed));
    }

    [Fact]
    public void Goes_back_from_the_versions_of_today_to_those_before()
    {
        var now = ImmutableSortedDictionary<string, long>.Empty.Add(New.Number, 8).Add(Old.Number, 2);

        var days = VersionsOfDay.Of(Day, now, [Group(UpdateRowState.Succeeded, 5), Group(UpdateRowState.Missed, 1), Group(UpdateRowState.Succeeded, 3) with { Date = Day.AddDays(-1) }], 3);

        Assert.Equal([Day.AddDays(-2), Day.AddDays(-1), Day], days.Select(day => day.Day));
        Assert.Equal([0, 3, 8], days.Select(day => day.Computers[New.Number]));
        Assert.Equal([10, 7, 2], days.Select(day => day.Computers[Old.Number]));
    }

    private static UpdateGroup Group(UpdateRowState state, long count, int? startedAfter = null, int? finishedAfter = null, RejectionCode? reason = null) => new()
    {
        Date = Day,
        Method = UpdateMethod.Scheduled,
        State = state,
        Reason = reason,
        FromVersion = Old,
        Version = New,
        HasSnapshot = true,
        StartedIn = startedAfter is { } started ? Window.StartsAt.AddMinutes(started) : null,
        FinishedIn = finishedAfter is { } finished ? Window.StartsAt.AddMinutes(finished) : null,
        Count = count,
    };
}
