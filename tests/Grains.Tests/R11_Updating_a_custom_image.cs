using Wuying.Contracts.Answers;
using Wuying.Domain.Decisions;
using Wuying.Domain.Images;
using Wuying.Harness;

namespace Wuying.Grains.Tests;

public sealed class R11_Updating_a_custom_image : FleetTests
{
    private static readonly CustomImage Image = new()
    {
        Id = new ImageId("m-1"),
        Name = "golden",
        RegionId = A.Hangzhou,
        Type = ImageType.Custom,
        CurrentVersion = A.OldVersion,
    };

    [Fact]
    public async Task Takes_a_quarter_of_an_hour_and_keeps_the_old_version_in_force_until_then()
    {
        var target = await Fleet.PublishAsync(A.Hangzhou, A.NewVersion);
        await Fleet.Image("m-1").RegisterAsync(Image, "test");

        Assert.Equal(Answer.Accepted, await Fleet.Image("m-1").UpdateAsync(target, "test"));
        Assert.Equal(RejectionCode.ImageUpdateInProgress, (await Fleet.Image("m-1").UpdateAsync(target, "test")).Rejection!.Code);
        await Fleet.AdvanceAsync(Afternoon.AddMinutes(14));
        Assert.Equal((ImageStatus.Updating, A.OldVersion), await StateAsync());

        await Fleet.AdvanceAsync(Afternoon.AddMinutes(17));
        Assert.Equal((ImageStatus.Available, A.NewVersion), await StateAsync());
    }

    [Fact]
    public async Task Goes_on_after_a_restart()
    {
        var target = await Fleet.PublishAsync(A.Hangzhou, A.NewVersion);
        await Fleet.Image("m-1").RegisterAsync(Image, "test");
        await Fleet.Image("m-1").UpdateAsync(target, "test");

        await RestartAsync();
        await Fleet.AdvanceAsync(Afternoon.AddMinutes(20));

        Assert.Equal((ImageStatus.Available, A.NewVersion), await StateAsync());
    }

    private async Task<(ImageStatus Status, ImageVersion Version)> StateAsync()
    {
        var image = await Fleet.Image("m-1").GetAsync();
        return (image!.Status, image.CurrentVersion);
    }
}
