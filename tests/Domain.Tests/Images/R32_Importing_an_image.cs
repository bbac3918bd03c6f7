namespace Wuying.Domain.Tests.Images;

public sealed class R32_Importing_an_image
{
    private static readonly CustomImage Line = new()
    {
        Id = new ImageId("m-1"),
        Name = "Office",
        RegionId = new RegionId("cn-hangzhou"),
        Type = ImageType.Custom,
        CurrentVersion = Given.V1,
        SharedWith = ["acc-1"],
        ImportFingerprint = "a",
    };

    [Fact]
    public void The_same_line_again_changes_nothing_whatever_happened_since() =>
        Given.Unchanged(CustomImageRules.Register(Line with { CurrentVersion = Given.V2, Name = "Lab" }, Line, Given.Noon));

    [Fact]
    public void Another_line_tells_new_things()
    {
        var known = Line with { NextNumber = 3 };

        var after = CustomImageRules.Evolve(known, CustomImageRules.Register(known, Line with { CurrentVersion = Given.V2, SharedWith = [], ImportFingerprint = "b" }, Given.Noon).Events[0]);

        Assert.Equal(known with { CurrentVersion = Given.V2, ImportFingerprint = "b" }, after);
    }
}
