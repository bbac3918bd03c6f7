using System.Globalization;

namespace Wuying.Domain.Tests.Tags;

public sealed class Tagging_a_computer
{
    [Fact]
    public void Adds_changes_and_removes_in_one_go()
    {
        var computer = Tagged(("team", "a"), ("floor", "2"), ("old", ""));

        var after = computer.After(TagRules.Change(computer, Change([("team", "b"), ("desk", "7")], "old", "never-there"), Given.Noon));

        Assert.Equal([("desk", "7"), ("floor", "2"), ("team", "b")], after.Tags.Select(tag => (tag.Key, tag.Value)));
    }

    [Fact]
    public void Sets_a_key_that_is_removed_and_set() =>
        Assert.Equal("b", Tagged(("team", "a")).After(TagRules.Change(Tagged(("team", "a")), Change([("team", "b")], "team"), Given.Noon)).Tags.Single().Value);

    [Fact]
    public void Removes_all_when_told_so() => Assert.Empty(
        Tagged(("team", "a"), ("floor", "2")).After(TagRules.Change(Tagged(("team", "a"), ("floor", "2")), new TagChange([], [], RemovesAll: true), Given.Noon)).Tags);

    [Fact]
    public void Changes_nothing_when_the_tags_are_so_already()
    {
        Given.Unchanged(TagRules.Change(Tagged(("team", "a")), Change([("team", "a")], "other"), Given.Noon));
        Given.Unchanged(TagRules.Change(Given.Computer(), new TagChange([], [], RemovesAll: true), Given.Noon));
    }

    [Fact]
    public void Tells_keys_apart_by_case() =>
        Assert.Equal(2, TagRules.Merge([new Tag("team", "a"), new Tag("Team", "b"), new Tag("team", "c")]).Length);

    [Fact]
    public void Takes_twenty_and_no_more()
    {
        var full = Tagged([.. Enumerable.Range(1, 20).Select(number => (number.ToString(CultureInfo.InvariantCulture), ""))]);

        Given.Refused(RejectionCode.InvalidRequest, TagRules.Change(full, Change([("21", "")]), Given.Noon));
        Assert.True(TagRules.Change(full, Change([("21", "")], "1"), Given.Noon).IsAccepted);
        Assert.True(TagRules.Change(full, Change([("1", "changed")]), Given.Noon).IsAccepted);
    }

    [Theory]
    [InlineData("", "v")]
    [InlineData("aliyun-x", "v")]
    [InlineData("ACS:x", "v")]
    [InlineData("see http://x", "v")]
    [InlineData("k", "HTTPS://x")]
    [InlineData("k\n", "v")]
    [InlineData("k", "a\u001Fb")]
    public void Refuses_what_cannot_be_one(string key, string value) =>
        Given.Refused(RejectionCode.InvalidRequest, TagRules.Change(Given.Computer(), Change([(key, value)]), Given.Noon));

    [Fact]
    public void Takes_keys_and_values_of_128_characters_and_no_more()
    {
        Assert.Null(TagRules.WhyNot(new Tag(new string('k', 128), new string('v', 128))));
        Assert.NotNull(TagRules.WhyNot(new Tag(new string('k', 129), "")));
        Assert.NotNull(TagRules.WhyNot(new Tag("k", new string('v', 129))));
    }

    [Fact]
    public void Is_refused_on_a_deleted_computer() => Given.Refused(
        RejectionCode.ComputerNotFound, TagRules.Change(Given.Computer(CloudComputerStatus.Deleted), Change([("team", "a")]), Given.Noon));

    [Fact]
    public void Is_kept_by_an_import_that_tells_of_none()
    {
        var known = Tagged(("team", "a")) with { ImportFingerprint = "before" };

        var silent = known.After(RegistrationRules.Import(known, Given.Computer() with { ImportFingerprint = "after" }, Given.Noon));
        var telling = known.After(RegistrationRules.Import(known, Tagged(("floor", "2")) with { ImportFingerprint = "after" }, Given.Noon));

        Assert.Equal("a", silent.Tags.Single().Value);
        Assert.Equal("2", Assert.Single(telling.Tags).Value);
    }

    private static CloudComputer Tagged(params (string Key, string Value)[] tags) =>
        Given.Computer() with { Tags = TagRules.Merge(tags.Select(tag => new Tag(tag.Key, tag.Value))) };

    private static TagChange Change((string Key, string Value)[] set, params string[] removed) =>
        new([.. set.Select(tag => new Tag(tag.Key, tag.Value))], [.. removed]);
}
