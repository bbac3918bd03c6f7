using System.Collections.Immutable;

namespace Wuying.Domain.Tests.Quotas;

public sealed class R17_The_daily_quota
{
    private static readonly UpdateId First = new("ecd-1-u1");
    private static readonly UpdateId Second = new("ecd-2-u1");

    [Fact]
    public void Grants_as_many_places_as_the_limit_and_no_more()
    {
        var ledger = QuotaLedger.Empty(1).Reserve(First);

        Assert.False(ledger.CanGrant(Second));
        Assert.Throws<InvalidOperationException>(() => ledger.Reserve(Second));
    }

    [Fact]
    public void Grants_nothing_when_it_is_zero() => Assert.False(QuotaLedger.Empty(0).CanGrant(First));

    [Fact]
    public void R32_Gives_one_place_to_one_who_asks_twice()
    {
        var ledger = QuotaLedger.Empty(1).Reserve(First).Reserve(First);

        Assert.Equal((1, 0), (ledger.Reserved, ledger.Remaining));
    }

    [Fact]
    public void Has_room_again_when_a_place_is_given_back()
    {
        var ledger = QuotaLedger.Empty(1).Reserve(First).Release(First).Release(First);

        Assert.True(ledger.CanGrant(Second));
        Assert.Equal(0, ledger.Reserved);
    }

    [Fact]
    public void Leaves_granted_what_was_granted_when_it_is_lowered()
    {
        var ledger = QuotaLedger.Empty(2).Reserve(First).Reserve(Second).WithLimit(1);

        Assert.Equal((2, 0), (ledger.Reserved, ledger.Remaining));
        Assert.False(ledger.Release(Second).CanGrant(Second));
        Assert.True(ledger.CanGrant(First));
    }

    [Fact]
    public void Agrees_with_a_list_of_names_whatever_happens_in_whatever_order() =>
        Gen.Select(Gen.Enum<Step>(), Gen.Int[0, 7]).Array[0, 60].Sample(
            steps => steps.Aggregate(new Model(3, QuotaLedger.Empty(3), []), Follow) is not null, iter: 5_000);

    /// <summary>Takes a step in the ledger and in the list, and compares.</summary>
    private static Model Follow(Model model, (Step Kind, int Number) step)
    {
        var next = step.Kind switch
        {
            Step.Reserve => Reserve(model, new UpdateId($"ecd-{step.Number}-u1")),
            Step.Release => Release(model, new UpdateId($"ecd-{step.Number}-u1")),
            _ => model with { Limit = step.Number, Ledger = model.Ledger.WithLimit(step.Number) },
        };
        Assert.Equal(next.Names.Count, next.Ledger.Reserved);
        Assert.Equal(Math.Max(0, next.Limit - next.Names.Count), next.Ledger.Remaining);
        return next;
    }

    private static Model Reserve(Model model, UpdateId id)
    {
        var granted = model.Names.Contains(id) || model.Names.Count < model.Limit;
        Assert.Equal(granted, model.Ledger.CanGrant(id));
        return granted
            ? model with { Ledger = Twice(model.Ledger, ledger => ledger.Reserve(id)), Names = model.Names.Contains(id) ? model.Names : model.Names.Add(id) }
            : model;
    }

    private static Model Release(Model model, UpdateId id) =>
        model with { Ledger = Twice(model.Ledger, ledger => ledger.Release(id)), Names = model.Names.Remove(id) };

    private static QuotaLedger Twice(QuotaLedger ledger, Func<QuotaLedger, QuotaLedger> change)
    {
        var once = change(ledger);
        Assert.True(once.Holders.SetEquals(change(once).Holders));
        return once;
    }

    private enum Step
    {
        Reserve,
        Release,
        ChangeLimit,
    }

    private sealed record Model(int Limit, QuotaLedger Ledger, ImmutableList<UpdateId> Names);
}
