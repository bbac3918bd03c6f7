namespace Wuying.Domain.Tests.EndUsers;

public sealed class R10_Telling_the_users
{
    [Fact]
    public void Of_a_scheduled_update_and_its_time()
    {
        var told = Assert.Single(Told(Given.Computer(), Given.Computer().Ask(Given.Scheduled(Given.Night), Given.Noon)));

        Assert.Equal((NotificationKind.Scheduled, Given.Midnight, Given.Five), (told.Kind, told.StartsAt, told.EndsAt));
        Assert.Equal(("Desk 1", Given.V2, Given.Noon), (told.ComputerName, told.Version, told.At));
    }

    [Fact]
    public void R21_Of_a_change_instead_of_a_second_update()
    {
        var scheduled = Given.Computer().Asked(Given.Scheduled(Given.Night), Given.Noon);

        var told = Assert.Single(Told(scheduled, scheduled.Ask(Given.Scheduled(Given.Night.AddDays(1)), Given.Noon)));

        Assert.Equal((NotificationKind.Changed, Given.Midnight.AddDays(1)), (told.Kind, told.StartsAt));
    }

    [Fact]
    public void R21_Of_a_change_once_only()
    {
        var scheduled = Given.Computer().Asked(Given.Scheduled(Given.Night), Given.Noon);
        var cancelled = scheduled.Asked(Given.Scheduled(Given.Night.AddDays(1)), Given.Noon);
        var free = cancelled.After(UpdateRules.Cancel(cancelled, Given.Noon));

        Assert.Equal(NotificationKind.Scheduled, Assert.Single(Told(free, free.Ask(Given.Scheduled(Given.Night), Given.Noon))).Kind);
    }

    [Fact]
    public void R21_Of_a_change_of_the_time_that_a_user_chose_but_not_of_an_offer()
    {
        var request = Given.Scheduled(Given.Night);

        Assert.Equal(NotificationKind.Changed, Assert.Single(Told(Given.Accepted(4), Given.Accepted(4).Ask(request, Given.Noon))).Kind);
        Assert.Equal(NotificationKind.Scheduled, Assert.Single(Told(Given.Offered(), Given.Offered().Ask(request, Given.Noon))).Kind);
    }

    [Fact]
    public void R22_Of_a_cancelled_one()
    {
        var scheduled = Given.Computer().Asked(Given.Scheduled(Given.Night), Given.Noon);

        var told = Assert.Single(Told(scheduled, UpdateRules.Cancel(scheduled, Given.Noon)));

        Assert.Equal((NotificationKind.Cancelled, scheduled.PendingUpdate!.UpdateId), (told.Kind, told.UpdateId));
    }

    [Fact]
    public void R8_Of_an_offer_and_of_its_withdrawal()
    {
        Assert.Equal(NotificationKind.Offer, Assert.Single(Told(Given.Computer(), OfferRules.Offer(Given.Computer(), Given.Offer(), Given.Calendar, Given.Noon))).Kind);
        Assert.Equal(
            NotificationKind.Cancelled,
            Assert.Single(Told(Given.Offered(), OfferRules.Withdraw(Given.Offered(), new OfferWithdrawal(Given.V2, 2, IsNamed: true, "operator"), Given.Noon))).Kind);
    }

    [Fact]
    public void R8_Of_one_offer_when_a_newer_one_takes_its_place()
    {
        var told = Assert.Single(Told(Given.Offered(), OfferRules.Offer(Given.Offered(), Given.Offer(Given.V3, push: 2), Given.Calendar, Given.Noon)));

        Assert.Equal((NotificationKind.Offer, Given.V3), (told.Kind, told.Version));
    }

    [Fact]
    public void R9_Of_the_time_that_one_of_them_chose()
    {
        var told = Assert.Single(Told(Given.Offered(), OfferRules.Accept(Given.Offered(), Given.Yes(4), Given.Calendar, Given.Noon)));

        Assert.Equal((NotificationKind.Scheduled, Given.Noon.AddHours(4)), (told.Kind, told.StartsAt));
        Assert.Empty(Told(Given.Offered(), OfferRules.Accept(Given.Offered(), Given.Yes(), Given.Calendar, Given.Noon)));
        Assert.Empty(Told(Given.Offered(), OfferRules.Decline(Given.Offered(), Given.Ann, Given.Noon)));
    }

    [Fact]
    public void R9_Of_another_time_and_of_a_no_when_they_had_been_told_of_one()
    {
        var accepted = Given.Accepted(4);

        Assert.Equal(NotificationKind.Changed, Assert.Single(Told(accepted, OfferRules.Accept(accepted, Given.Yes(8), Given.Calendar, Given.Noon))).Kind);
        Assert.Equal(NotificationKind.Cancelled, Assert.Single(Told(accepted, OfferRules.Decline(accepted, Given.Bob, Given.Noon))).Kind);
    }

    [Fact]
    public void Who_are_assigned_later_of_what_is_pending()
    {
        var eve = new UserId("eve");
        var known = Given.Computer() with { AssignedUserIds = [Given.Ann] };
        var scheduled = known.Asked(Given.Scheduled(Given.Night), Given.Noon);
        var imported = Assert.Single(RegistrationRules.Import(scheduled, known with { AssignedUserIds = [Given.Ann, eve], ImportFingerprint = "new" }, Given.Noon).Events);
        var after = CloudComputerEvolution.Evolve(scheduled, imported);

        Assert.Equal(NotificationKind.Scheduled, NotificationRules.Of(scheduled, imported, after)?.Kind);
        Assert.Equal([eve], NotificationRules.RecipientsOf(scheduled, imported, after));
    }

    [Fact]
    public void Of_the_start_and_when_it_ends()
    {
        var at = Given.Midnight.AddHours(1);
        var ready = Given.ReadyForTheNight();

        var told = Assert.Single(Told(ready, ready.Reconcile(at)));

        Assert.Equal((NotificationKind.Started, at, at.AddMinutes(15)), (told.Kind, told.StartsAt, told.EndsAt));
    }

    [Fact]
    public void Of_every_end()
    {
        var updating = Given.BeingUpdated();
        var connected = Given.ReadyForTheNight().Connected(Given.Midnight);

        Assert.Equal(NotificationKind.Finished, Assert.Single(Told(updating, updating.Reconcile(Given.Midnight.AddHours(2), Given.Success))).Kind);
        Assert.Equal(NotificationKind.Failed, Assert.Single(Told(updating, updating.Reconcile(Given.Midnight.AddHours(2), Given.Failure))).Kind);

        var missed = Assert.Single(Told(connected, connected.Reconcile(Given.Five)));
        Assert.Equal((NotificationKind.Missed, RejectionCode.ComputerConnected), (missed.Kind, missed.Reason));
    }

    [Fact]
    public void Of_nothing_else()
    {
        Assert.Empty(Told(Given.Computer(), SessionRules.Connect(Given.Computer(), Given.Ann, Given.Noon)));
        Assert.Empty(Told(Given.Computer(), PowerRules.Apply(Given.Computer(), PowerCommand.Restart, Given.Noon)));
        Assert.Empty(Told(Given.Computer(), Given.Computer().Ask(Given.Immediate(), Given.Noon)));
    }

    private static List<Notification> Told(CloudComputer computer, Decision<CloudComputerEvent> decision) => Told(computer, decision.Events);

    private static List<Notification> Told(CloudComputer computer, IEnumerable<CloudComputerEvent> facts)
    {
        var told = new List<Notification>();
        foreach (var fact in facts)
        {
            var after = CloudComputerEvolution.Evolve(computer, fact);
            told.AddRange(NotificationRules.Of(computer, fact, after) is { } notification ? [notification] : Array.Empty<Notification>());
            computer = after;
        }

        return told;
    }
}
