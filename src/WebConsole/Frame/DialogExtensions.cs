using MudBlazor;

namespace Wuying.WebConsole.Frame;

/// <summary>Asks in dialogs.</summary>
internal static class DialogExtensions
{
    /// <summary>Says what a deed means, and asks whether it is meant.</summary>
    /// <param name="dialogs">Shows it.</param>
    /// <param name="title">The question.</param>
    /// <param name="confirm">What the button that means it says.</param>
    /// <param name="isGrave">True when something cannot be taken back.</param>
    /// <param name="paragraphs">What the deed means.</param>
    public static async Task<bool> ConfirmAsync(this IDialogService dialogs, string title, string confirm, bool isGrave, params string[] paragraphs)
    {
        var dialog = await dialogs.ShowAsync<ConfirmDialog>(title, new DialogParameters<ConfirmDialog>
        {
            { ask => ask.Title, title },
            { ask => ask.Paragraphs, paragraphs },
            { ask => ask.Confirm, confirm },
            { ask => ask.IsGrave, isGrave },
        }, new DialogOptions { MaxWidth = MaxWidth.Small });
        return await dialog.Result is { Canceled: false };
    }
}
