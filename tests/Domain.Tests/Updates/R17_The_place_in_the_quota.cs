namespace Wuying.Domain.Tests.Updates;

public sealed class R17_The_place_in_the_quota
{
    [Fact]
    public void Is_on_the_picked_day()
    {
        var update = Given.Computer().Asked(Given.Scheduled(Given.Night.AddDays(4)), Given.Noon).PendingUpdate!;

        Assert.Equal(new QuotaReservation(Given.Night.AddDays(4), update.UpdateId), update.Reservation);
    }

    [Fact]
    public void Is_carried_over_by_a_change_on_the_same_day()
    {
        var first = Given.Computer().Asked(Given.Scheduled(Given.Night), Given.Noon);
        var second = first.Asked(Given.Scheduled(Given.Night, Given.V3), Given.Noon);
        var third = second.Asked(Given.Scheduled(Given.Night, Given.V2, leadHours: 6), Given.Noon);

        Assert.NotEqual(first.PendingUpdate!.UpdateId, third.PendingUpdate!.UpdateId);
        Assert.Equal(first.PendingUpdate.Reservation, second.PendingUpdate!.Reservation);
        Assert.Equal(first.PendingUpdate.Reservation, third.PendingUpdate.Reservation);
    }

    [Fact]
    public void Is_a_new_one_on_another_day()
    {
        var moved = Given.Computer().Asked(Given.Scheduled(Given.Night), Given.Noon).Asked(Given.Scheduled(Given.Night.AddDays(1)), Given.Noon);

        Assert.Equal(new QuotaReservation(Given.Night.AddDays(1), moved.PendingUpdate!.UpdateId), moved.PendingUpdate.Reservation);
    }

    [Fact]
    public void Is_taken_over_by_an_immediate_update_on_the_picked_day()
    {
        var scheduled = Given.ReadyForTheNight();
        var immediate = scheduled.Asked(Given.Immediate(), Given.Midnight.AddHours(1));

        Assert.Equal(scheduled.PendingUpdate!.Reservation, immediate.PendingUpdate!.Reservation);
    }
}
