using System.Text.Json;
using Microsoft.Extensions.Localization;
using MudBlazor;
using Wuying.Contracts.Fleet;
using Wuying.Domain.Decisions;
using Wuying.WebConsole.Frame;
using Wuying.WebConsole.Texts;
using Wuying.WebConsole.Updates;

namespace Wuying.WebConsole.CloudComputers;

/// <summary>How what happened to a computer is told.</summary>
internal static class HistoryFacts
{
    /// <summary>What stands against an event, and how good its news is.</summary>
    public static (string Icon, Tone Tone) LookOf(string kind) => kind switch
    {
        "updateSucceeded" or "operationSucceeded" => (Icons.Material.Rounded.CheckCircle, Tone.Good),
        "updateFailed" or "operationFailed" or "snapshotFailed" => (Icons.Material.Rounded.Error, Tone.Bad),
        "updateMissed" => (Icons.Material.Rounded.EventBusy, Tone.Warning),
        "updateDelayed" => (Icons.Material.Rounded.HourglassTop, Tone.Warning),
        "updateStarted" or "operationStarted" => (Icons.Material.Rounded.Sync, Tone.Busy),
        "updateRequested" or "offerAccepted" => (Icons.Material.Rounded.Event, Tone.Ahead),
        "updateOffered" or "offerRenewed" => (Icons.Material.Rounded.Campaign, Tone.Ahead),
        "updateCancelled" or "updateSuperseded" or "offerWithdrawn" or "offerDeclined" => (Icons.Material.Rounded.EventBusy, Tone.Neutral),
        "snapshotStarted" or "snapshotCompleted" => (Icons.Material.Rounded.PhotoCamera, Tone.Neutral),
        "userConnected" => (Icons.Material.Rounded.Login, Tone.Neutral),
        "userDisconnected" => (Icons.Material.Rounded.Logout, Tone.Neutral),
        _ => (Icons.Material.Rounded.Info, Tone.Neutral),
    };

    /// <summary>The facts that matter, in a few words: version, day, user, reason, operation, snapshot, error.</summary>
    public static string DetailOf(FleetEvent told, IStringLocalizer<ConsoleTexts> texts)
    {
        using var data = JsonDocument.Parse(told.Data);
        var root = data.RootElement;
        string?[] facts =
        [
            Text(root, "version") ?? Text(root, "update", "version"),
            Text(root, "update", "method") == "scheduled" ? Text(root, "update", "date") : null,
            Text(root, "userId"),
            Text(root, "operation", "kind") is { } kind && !told.Kind.StartsWith("snapshot", StringComparison.Ordinal) && !told.Kind.StartsWith("update", StringComparison.Ordinal) ? texts[$"Operation.{Capital(kind)}"].Value : null,
            Text(root, "reason") is { } reason && Enum.TryParse<RejectionCode>(reason, ignoreCase: true, out var code) ? Reasons.TitleOf(code, texts) : null,
            Text(root, "snapshot", "name"),
            Text(root, "error"),
        ];
        return string.Join(" · ", facts.Where(fact => fact is not null));
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string? Text(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind is not JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element.ValueKind is JsonValueKind.String ? element.GetString() : null;
    }
}
