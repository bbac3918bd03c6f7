namespace Wuying.Domain.Tests.Images;

public sealed class R11_Updating_a_custom_image
{
    private static readonly CustomImage Image = new()
    {
        Id = new ImageId("m-1"),
        Name = "Office",
        RegionId = new RegionId("cn-hangzhou"),
        Type = ImageType.Custom,
        CurrentVersion = Given.V1,
    };

    private static readonly CustomImage Updating = After(Image, CustomImageRules.Update(Image, Given.To(Given.V2), Given.Noon));

    [Fact]
    public void Takes_fifteen_minutes_and_shows_it()
    {
        Assert.Equal((ImageStatus.Available, ImageStatus.Updating), (Image.Status, Updating.Status));
        Assert.Equal(Given.Noon.AddMinutes(15), Updating.Update?.EndsAt);
    }

    [Fact]
    public void Keeps_the_old_version_in_force_until_it_has_succeeded()
    {
        Assert.Equal(Given.V1, Updating.CurrentVersion);

        var after = Reconciled(Updating, MachineReportState.Succeeded);

        Assert.Equal((ImageStatus.Available, Given.V2), (after.Status, after.CurrentVersion));
    }

    [Fact]
    public void Leaves_the_old_version_in_force_when_it_fails()
    {
        var after = Reconciled(Updating, MachineReportState.Failed);

        Assert.Equal((ImageStatus.Available, Given.V1, "Disk full."), (after.Status, after.CurrentVersion, after.LastError));
    }

    [Fact]
    public void Is_refused_while_one_runs() =>
        Given.Refused(RejectionCode.ImageUpdateInProgress, CustomImageRules.Update(Updating, Given.To(Given.V3), Given.Noon));

    [Fact]
    public void R4_Is_refused_to_a_version_that_is_not_newer() =>
        Given.Refused(RejectionCode.AlreadyUpToDate, CustomImageRules.Update(Image, Given.To(Given.V1), Given.Noon));

    [Theory]
    [InlineData(ImageType.System)]
    [InlineData(ImageType.Shared)]
    public void Is_for_custom_images_only(ImageType type) =>
        Given.Refused(RejectionCode.InvalidRequest, CustomImageRules.Update(Image with { Type = type }, Given.To(Given.V2), Given.Noon));

    [Fact]
    public void Allows_sharing_and_renaming_meanwhile()
    {
        var after = After(After(Updating, CustomImageRules.Share(Updating, ["account-2"], [], Given.Noon)), CustomImageRules.Describe(Updating, "Desk", null, Given.Noon));

        Assert.Equal((ImageStatus.Updating, "Desk", "account-2"), (after.Status, after.Name, Assert.Single(after.SharedWith)));
        Given.Unchanged(CustomImageRules.Share(after, ["account-2"], [], Given.Noon));
        Given.Unchanged(CustomImageRules.Describe(after, "Desk", null, Given.Noon));
    }

    [Fact]
    public void Shares_with_a_hundred_accounts_at_the_most()
    {
        var full = Image with { SharedWith = [.. Enumerable.Range(0, 100).Select(number => $"account-{number}")] };

        Given.Refused(RejectionCode.InvalidRequest, CustomImageRules.Share(full, ["account-100"], [], Given.Noon));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Lets_a_computer_be_made_meanwhile_from_the_old_version_which_it_remembers(bool updating)
    {
        var computer = CloudComputerEvolution.Evolve(
            null, RegistrationRules.Create(null, Given.Computer(), updating ? Updating : Image, Given.Noon).Events);

        Assert.Equal((Given.V1, updating), (computer.CurrentVersion, computer.UsesOutdatedImage));
        Assert.Equal((CloudComputerStatus.Creating, MachineOperationKind.Starting), (computer.Status, computer.Operation?.Kind));
    }

    [Fact]
    public void Is_forgotten_as_outdated_once_the_computer_itself_is_updated()
    {
        var outdated = Given.Computer() with { UsesOutdatedImage = true };

        var after = outdated.Asked(Given.Immediate(snapshotFirst: false), Given.Noon).Reconciled(Given.Noon.AddMinutes(12), Given.Success);

        Assert.False(after.UsesOutdatedImage);
    }

    [Fact]
    public void R28_Counts_as_failed_without_an_answer_at_its_deadline()
    {
        Assert.Null(CustomImageRules.Reconcile(Updating, null, Given.Noon.AddMinutes(30) - Given.Tick));
        Assert.IsType<ImageUpdateFailed>(CustomImageRules.Reconcile(Updating, null, Given.Noon.AddMinutes(30)));
    }

    [Fact]
    public void Ignores_what_is_said_of_another_operation() =>
        Assert.Null(CustomImageRules.Reconcile(Updating, new MachineReport("m-1-o99", MachineReportState.Succeeded, null, null), Given.Noon));

    [Fact]
    public void Goes_on_when_the_image_is_imported_again()
    {
        var after = After(Updating, CustomImageRules.Register(Updating, Image with { Name = "Renamed" }, Given.Noon));

        Assert.Equal((ImageStatus.Updating, "Renamed"), (after.Status, after.Name));
        Given.Unchanged(CustomImageRules.Register(after, Image with { Name = "Renamed" }, Given.Noon));
    }

    [Fact]
    public void Stays_in_its_region() => Given.Refused(
        RejectionCode.InvalidRequest, CustomImageRules.Register(Image, Image with { RegionId = new RegionId("us-west-1") }, Given.Noon));

    private static CustomImage After(CustomImage image, Decision<CustomImageEvent> decision) => decision.Events.Aggregate(image, CustomImageRules.Evolve);

    private static CustomImage Reconciled(CustomImage image, MachineReportState state) => CustomImageRules.Evolve(
        image, CustomImageRules.Reconcile(image, new MachineReport(image.Update!.OperationId, state, null, "Disk full."), Given.Noon.AddMinutes(15))!);
}
