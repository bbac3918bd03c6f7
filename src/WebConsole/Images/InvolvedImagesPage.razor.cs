using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using Wuying.Contracts.Regions;
using Wuying.Domain.Images;
using Wuying.Domain.Updates;
using Wuying.WebConsole.Access;
using Wuying.WebConsole.Frame;
using Wuying.WebConsole.Updates;

namespace Wuying.WebConsole.Images;

/// <summary>The custom images that can be updated to a version, and how far they are (R3, R11).</summary>
public sealed partial class InvolvedImagesPage
{
    /// <summary>The most images shown; a region has few.</summary>
    private const int ImagesMax = 1_000;

    private UpdateTarget? _target;
    private List<CustomImage>? _images;

    /// <summary>The version's number.</summary>
    [Parameter] public required string Version { get; set; }

    protected override async Task ReadAsync()
    {
        _target = ImageVersion.TryParse(Version, out var version) && await Fleet.Region(Region).GetAsync() is { } region ? region.TargetOf(version) : null;
        if (_target is not { } target)
        {
            _images = null;
            return;
        }

        ImmutableArray<ImageVersion> older = [.. InvolvedCounts.Older(target, await Fleet.Queries.CountVersionsAsync(Region)).Select(count => count.Version)];
        _images = older.IsEmpty
            ? []
            : [.. (await Fleet.Queries.ListImagesAsync(Region, ImageType.Custom, older, null, ImagesMax)).Items];
    }

    private int PercentOf(DateTimeOffset from, DateTimeOffset to) => Session.PercentOf(from, to);

    private async Task UpdateAsync(CustomImage image)
    {
        if (await Dialogs.ConfirmAsync(
            L["Images.Confirm", image.Name, Version], L["Action.Update"], isGrave: false, L["Images.UpdateText"], L["Images.OldVersionUsed"]))
        {
            await TryAsync(ConsoleDeed.Operate, async () =>
            {
                var answer = await Fleet.Image(image.Id).UpdateAsync(_target!, Session.Caller!.Name);
                Snackbar.Add(
                    answer.Rejection is { } refused ? Reasons.TextOf(refused, L) : L["Images.Started", image.Name],
                    answer.Rejection is null ? Severity.Success : Severity.Error);
                await RefreshAsync();
            });
        }
    }
}
