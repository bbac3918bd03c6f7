namespace Wuying.Domain.Tests.Updates;

public sealed class R32_Asking_twice
{
    [Fact]
    public void For_the_same_day_version_and_lead_changes_nothing()
    {
        var computer = Given.Computer().Asked(Given.Scheduled(Given.Night), Given.Noon);

        Given.Unchanged(computer.Ask(Given.Scheduled(Given.Night), Given.Noon.AddHours(1)));
    }

    [Fact]
    public void Is_success_even_when_the_day_could_no_longer_be_picked()
    {
        var computer = Given.Computer().Asked(Given.Scheduled(Given.Night), Given.Noon);

        Given.Unchanged(computer.Ask(Given.Scheduled(Given.Night), Given.Midnight.AddHours(-1)));
    }

    [Fact]
    public void For_an_immediate_update_changes_nothing_while_its_snapshot_is_made()
    {
        var computer = Given.Computer().Asked(Given.Immediate(), Given.Noon);

        Given.Unchanged(computer.Ask(Given.Immediate(), Given.Noon.AddMinutes(1)));
    }

    [Fact]
    public void With_something_different_is_a_change()
    {
        var computer = Given.Computer().Asked(Given.Scheduled(Given.Night), Given.Noon);

        Assert.True(computer.Ask(Given.Scheduled(Given.Night.AddDays(1)), Given.Noon).IsAccepted);
        Assert.True(computer.Ask(Given.Scheduled(Given.Night, Given.V3), Given.Noon).IsAccepted);
        Assert.True(computer.Ask(Given.Scheduled(Given.Night, leadHours: 6), Given.Noon).IsAccepted);
    }
}
