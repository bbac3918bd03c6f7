using System.Collections.Immutable;

namespace Wuying.Domain.Tests.Regions;

public sealed class R2_Publishing_a_version
{
    private static readonly Region Region = Given.RegionWith(Given.V1);

    [Fact]
    public void Keeps_number_size_notes_and_time()
    {
        var published = Assert.IsType<VersionPublished>(Publish(Given.V2, 42, Given.Notes).Events[0]);

        Assert.Equal((Given.V2, 42L, Given.Noon), (published.Version, published.Entry.PackageSizeBytes, published.Entry.PublishedAt));
        Assert.Equal("修复。", published.Entry.ReleaseNotes["zh"]);
        Assert.Equal(Given.V2, RegionRules.Evolve(Region, published).Latest?.Version);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Needs_notes_in_english_and_chinese(string missing) =>
        Given.Refused(RejectionCode.InvalidRequest, Publish(Given.V2, 1, Given.Notes.Remove(missing)));

    [Fact]
    public void Takes_notes_in_further_languages() => Assert.True(Publish(Given.V2, 1, Given.Notes.Add("de", "Korrekturen.")).IsAccepted);

    [Theory]
    [InlineData(0)]
    [InlineData(20_001)]
    public void Refuses_empty_and_endless_notes(int length) =>
        Given.Refused(RejectionCode.InvalidRequest, Publish(Given.V2, 1, Given.Notes.SetItem("en", new string('x', length))));

    [Fact]
    public void Needs_a_package_size() => Given.Refused(RejectionCode.InvalidRequest, Publish(Given.V2, 0, Given.Notes));

    [Fact]
    public void R32_Twice_word_for_word_is_unchanged() => Given.Unchanged(Publish(Given.V1, 1, Given.Notes));

    [Fact]
    public void Refuses_the_same_number_with_other_contents()
    {
        Given.Refused(RejectionCode.InvalidRequest, Publish(Given.V1, 2, Given.Notes));
        Given.Refused(RejectionCode.InvalidRequest, Publish(Given.V1, 1, Given.Notes.SetItem("en", "Others.")));
    }

    [Fact]
    public void Ends_when_the_catalogue_is_full()
    {
        var full = Region with { Catalogue = [.. Enumerable.Repeat(Region.Catalogue[0], Region.CatalogueMax)] };

        Given.Refused(RejectionCode.InvalidRequest, RegionRules.Publish(full, Given.V2, 1, Given.Notes, "operator", Given.Noon));
    }

    private static Decision<RegionEvent> Publish(ImageVersion version, long size, ImmutableSortedDictionary<string, string> notes) =>
        RegionRules.Publish(Region, version, size, notes, "operator", Given.Noon);
}
