using System.Collections.Immutable;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.WebConsole.CloudComputers;

namespace Wuying.Console.Tests.CloudComputers;

public sealed class A_selection
{
    private static readonly ImmutableArray<CloudComputerId> List = [new("ecd-1"), new("ecd-2"), new("ecd-3")];
    private static readonly ComputerFilter Filter = new() { RegionId = new("cn-hangzhou"), Text = "ecd" };

    private readonly ComputerSelection _selection = new();

    [Fact]
    public void Of_some_names_them()
    {
        _selection.Set(new("ecd-3"), true, List);
        _selection.Set(new("ecd-1"), true, List);

        Assert.Equal(["ecd-1", "ecd-3"], _selection.Within(Filter).Ids!.Value.Select(id => id.Value));
        Assert.Null(_selection.Within(Filter).Text);
        Assert.Equal(2, _selection.CountIn(3));
    }

    [Fact]
    public void Of_all_that_match_is_the_filter_itself()
    {
        _selection.SetAll();

        Assert.Same(Filter, _selection.Within(Filter));
        Assert.Equal(100_000, _selection.CountIn(100_000));
        Assert.True(_selection.Contains(new("ecd-not-seen-yet")));
    }

    [Fact]
    public void Of_all_but_one_names_the_others()
    {
        _selection.SetAll();
        _selection.Set(new("ecd-2"), false, List);

        Assert.Equal(["ecd-1", "ecd-3"], _selection.Within(Filter).Ids!.Value.Select(id => id.Value));
        Assert.False(_selection.Contains(new("ecd-2")));
    }

    [Fact]
    public void That_is_cleared_is_empty()
    {
        _selection.SetAll();
        _selection.Clear();

        Assert.True(_selection.IsEmpty);
        Assert.Equal(0, _selection.CountIn(3));
    }
}
