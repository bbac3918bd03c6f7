using System.Collections.Immutable;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.Updates;

namespace Wuying.Storage.States;

/// <summary>What of a computer stands in columns of its own, so that lists, counts and tickers can ask for it. All derived from the one record; nothing here is known otherwise.</summary>
internal sealed record ComputerColumns
{
    /// <summary>Separates id and name in <see cref="SearchText"/>, and key and value in <see cref="Tags"/>; nobody can type it.</summary>
    private const char Separator = '\u001F';

    private ComputerColumns(CloudComputer computer) => Computer = computer;

    /// <summary>The record: its plain members are columns as they are.</summary>
    public CloudComputer Computer { get; }

    /// <summary>Id and name in capitals, to search in whatever the case.</summary>
    public required string SearchText { get; init; }

    /// <summary>Who may connect: one line each, sorted.</summary>
    public required string Users { get; init; }

    /// <summary>Its tags: one line each, sorted by key.</summary>
    public required string Tags { get; init; }

    /// <summary>How many snapshots it has, one that is being made included.</summary>
    public required int Snapshots { get; init; }

    /// <summary>The reason of the pending update, or else of the last one (R33).</summary>
    public required RejectionCode? Reason { get; init; }

    /// <summary>What stands against the start of the pending update, while it waits for one.</summary>
    public required RejectionCode? Obstacle { get; init; }

    /// <summary>When the machine is to be asked about its operation.</summary>
    public required DateTimeOffset? OperationDueAt { get; init; }

    /// <summary>The day whose window asks; null outside windows.</summary>
    public required DateOnly? OperationWindow { get; init; }

    /// <summary>When something is to be done about the pending update.</summary>
    public required DateTimeOffset? UpdateDueAt { get; init; }

    /// <summary>The day whose window does it; null outside windows.</summary>
    public required DateOnly? UpdateWindow { get; init; }

    /// <summary>Derives the columns.</summary>
    public static ComputerColumns Of(CloudComputer computer)
    {
        var pending = computer.PendingUpdate;
        DateOnly? window = pending?.Window is null ? null : pending.Date;
        return new(computer)
        {
            SearchText = SearchTextOf($"{computer.Id}{Separator}{computer.Name}"),
            Users = string.Join('\n', computer.AssignedUserIds.Select(user => user.Value).Distinct().Order(StringComparer.Ordinal)),
            Tags = string.Join('\n', computer.Tags.Select(tag => $"{tag.Key}{Separator}{tag.Value}")),
            Snapshots = computer.Snapshots.Length + (computer.Operation?.Kind is MachineOperationKind.Snapshotting ? 1 : 0),
            Reason = pending is null ? computer.LastUpdate?.Reason : pending.Reason,
            Obstacle = pending?.State is PendingUpdateState.Scheduled or PendingUpdateState.Waiting ? UpdateRules.StartObstacle(computer) : null,
            OperationDueAt = CloudComputerReconciliation.OperationDueAt(computer),
            OperationWindow = computer.Operation?.UpdateId is { } served && served == pending?.UpdateId ? window : null,
            UpdateDueAt = CloudComputerReconciliation.UpdateDueAt(computer),
            UpdateWindow = window,
        };
    }

    /// <summary>A text as it is searched for and in.</summary>
    public static string SearchTextOf(string text) => text.ToUpperInvariant();

    /// <summary>Reads <see cref="Tags"/>.</summary>
    public static IEnumerable<(string Key, string Value)> TagsOf(string tags) => tags.Length == 0
        ? []
        : tags.Split('\n').Select(line => line.Split(Separator)).Select(parts => (parts[0], parts[1]));

    /// <summary>Reads <see cref="Users"/>.</summary>
    public static ImmutableArray<string> UsersOf(string users) => users.Length == 0 ? [] : [.. users.Split('\n')];
}
