namespace Wuying.Domain.Tests.Images;

public sealed class Changing_an_image
{
    private static readonly CustomImage Image = new()
    {
        Id = new ImageId("m-1"),
        Name = "Golden",
        RegionId = new RegionId("cn-hangzhou"),
        Type = ImageType.Custom,
        CurrentVersion = Given.V1,
        SharedWith = ["1", "2"],
        NextNumber = 4,
    };

    [Fact]
    public void Names_and_describes_it_in_one_go()
    {
        var after = After(Image, CustomImageRules.Describe(Image, "Silver", "For the lab", Given.Noon));

        Assert.Equal(("Silver", "For the lab"), (after.Name, after.Description));
        Given.Unchanged(CustomImageRules.Describe(after, "Silver", "For the lab", Given.Noon));
        Given.Unchanged(CustomImageRules.Describe(after, null, null, Given.Noon));
        Assert.Equal("For the lab", After(after, CustomImageRules.Describe(after, "Bronze", null, Given.Noon)).Description);
    }

    [Fact]
    public void Shares_with_some_and_no_longer_with_others()
    {
        var after = After(Image, CustomImageRules.Share(Image, ["3", "2", "4"], ["1", "4", "9"], Given.Noon));

        Assert.Equal(["2", "3"], after.SharedWith);
        Given.Unchanged(CustomImageRules.Share(after, ["3"], ["9"], Given.Noon));
    }

    [Fact]
    public void Makes_room_for_accounts_by_those_that_leave()
    {
        var full = Image with { SharedWith = [.. Enumerable.Range(1, CustomImage.SharedWithMax).Select(number => $"{number}")] };

        Given.Refused(RejectionCode.InvalidRequest, CustomImageRules.Share(full, ["new"], [], Given.Noon));
        Assert.True(CustomImageRules.Share(full, ["new"], ["1"], Given.Noon).IsAccepted);
        Assert.True(CustomImageRules.Share(full, [], ["1"], Given.Noon).IsAccepted);
    }

    [Fact]
    public void Deletes_it_once_and_for_all()
    {
        var gone = After(Image, CustomImageRules.Delete(Image, Given.Noon));

        Assert.True(gone.IsDeleted);
        Given.Unchanged(CustomImageRules.Delete(gone, Given.Noon));
        Given.Refused(RejectionCode.ImageNotFound, CustomImageRules.Describe(gone, "Silver", null, Given.Noon));
        Given.Refused(RejectionCode.ImageNotFound, CustomImageRules.Share(gone, ["3"], [], Given.Noon));
        Given.Refused(RejectionCode.ImageNotFound, CustomImageRules.Update(gone, Given.To(Given.V2), Given.Noon));
    }

    [Fact]
    public void Does_not_delete_it_during_an_update()
    {
        var updating = After(Image, CustomImageRules.Update(Image, Given.To(Given.V2), Given.Noon));

        Given.Refused(RejectionCode.ImageUpdateInProgress, CustomImageRules.Delete(updating, Given.Noon));
    }

    [Fact]
    public void Deletes_custom_ones_only() =>
        Given.Refused(RejectionCode.InvalidRequest, CustomImageRules.Delete(Image with { Type = ImageType.System }, Given.Noon));

    [Fact]
    public void Brings_a_deleted_one_back_by_an_import_without_giving_an_id_out_twice()
    {
        var gone = After(Image, CustomImageRules.Delete(Image, Given.Noon));

        var back = After(gone, CustomImageRules.Register(gone, Image with { NextNumber = 1, SharedWith = [] }, Given.Noon));

        Assert.Equal((false, 4), (back.IsDeleted, back.NextNumber));
    }

    private static CustomImage After(CustomImage image, Decision<CustomImageEvent> decision) => decision.Events.Aggregate(image, CustomImageRules.Evolve);
}
