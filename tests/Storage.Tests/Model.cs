using System.Text;
using System.Text.Json;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Machines;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.Updates;

namespace Wuying.Storage.Tests;

/// <summary>What the store should answer, said over the records themselves.</summary>
internal static class Model
{
    public static bool Matches(CloudComputer computer, ComputerFilter filter) =>
        (filter.Status is { } status ? computer.Status == status : filter.Statuses is not null || computer.Status is not CloudComputerStatus.Deleted)
        && (filter.Statuses is not { } statuses || statuses.Contains(computer.Status))
        && (filter.RegionId is null || computer.RegionId == filter.RegionId)
        && (filter.IsConnected is null || computer.IsConnected == filter.IsConnected)
        && (filter.OfficeNetworkId is null || computer.OfficeNetworkId == filter.OfficeNetworkId)
        && (filter.ImageId is null || computer.ImageId == filter.ImageId)
        && (filter.ImageType is null || computer.ImageType == filter.ImageType)
        && (filter.Versions is not { } versions || versions.Contains(computer.CurrentVersion))
        && (filter.Pending is not { } pending || Matches(computer.PendingUpdate, pending))
        && (filter.Reason is null || ReasonOf(computer) == filter.Reason)
        && (filter.AssignedUserId is not { } user || computer.AssignedUserIds.Contains(user))
        && (filter.Ids is not { } ids || ids.Contains(computer.Id))
        && (filter.Name is null || computer.Name == filter.Name)
        && (filter.OfficeNetworkIds is not { } offices || offices.Contains(computer.OfficeNetworkId))
        && (filter.ImageIds is not { } images || images.Contains(computer.ImageId))
        && (filter.AssignedUserIds is not { } some || computer.AssignedUserIds.Any(some.Contains))
        && (filter.ExcludedUserIds is not { } none || !computer.AssignedUserIds.Any(none.Contains))
        && (filter.Tags ?? []).All(tag => computer.Tags.Any(held => held.Key == tag.Key && (tag.Value is null || tag.Value == held.Value)))
        && (filter.IsTagged is not { } tagged || tagged == !computer.Tags.IsEmpty)
        && (!filter.HasSnapshots || !computer.Snapshots.IsEmpty || computer.Operation?.Kind is MachineOperationKind.Snapshotting)
        && (filter.Text is not { } text
            || computer.Id.Value.Contains(text, StringComparison.OrdinalIgnoreCase)
            || computer.Name.Contains(text, StringComparison.OrdinalIgnoreCase));

    /// <summary>In order; what a computer does not have stands last.</summary>
    public static IEnumerable<CloudComputer> Ordered(IEnumerable<CloudComputer> fleet, ComputerOrder order) => order.By switch
    {
        ComputerOrderKey.Id => Ordered(fleet, order, computer => computer.Id.Value),
        ComputerOrderKey.Name => Ordered(fleet, order, computer => computer.Name),
        ComputerOrderKey.OfficeNetwork => Ordered(fleet, order, computer => computer.OfficeNetworkId),
        ComputerOrderKey.Version => Ordered(fleet, order, computer => computer.CurrentVersion.Number[^15..]),
        ComputerOrderKey.Status => Ordered(fleet, order, computer => $"{(int)computer.Status:00}"),
        ComputerOrderKey.Pending => Ordered(fleet, order, computer => computer.PendingUpdate is { } pending ? $"{(int)pending.State:00}" : null),
        ComputerOrderKey.Reason => Ordered(fleet, order, computer => ReasonOf(computer) is { } reason ? $"{(int)reason:00}" : null),
        _ => throw new ArgumentOutOfRangeException(nameof(order)),
    };

    public static RejectionCode? ReasonOf(CloudComputer computer) =>
        computer.PendingUpdate is { } pending ? pending.Reason : computer.LastUpdate?.Reason;

    public static IEnumerable<DueComputer> Due(
        IEnumerable<CloudComputer> fleet, string region, int shard, DateOnly? window, DateTimeOffset now, bool withChanged) =>
        from computer in fleet
        where computer.RegionId.Value == region && computer.Shard == shard
        let pending = computer.PendingUpdate
        let updateWindow = pending?.Window is null ? null : (DateOnly?)pending.Date
        let operationWindow = computer.Operation?.UpdateId is { } served && served == pending?.UpdateId ? updateWindow : null
        let operation = operationWindow == window && CloudComputerReconciliation.OperationDueAt(computer) <= now
        let update = updateWindow == window && CloudComputerReconciliation.UpdateDueAt(computer) <= now
        let changed = withChanged && updateWindow == window && pending?.State is PendingUpdateState.Waiting
            && UpdateRules.StartObstacle(computer) != pending.Reason
        where operation || update || changed
        orderby computer.Id.Value
        select new DueComputer(computer.Id, operation ? MachineOperationRef.Of(computer) : null, update || changed);

    public static DateTimeOffset? NextDueAt(IEnumerable<CloudComputer> fleet, string region, int shard, DateOnly? window)
    {
        var all = Due(fleet, region, shard, window, DateTimeOffset.MaxValue, withChanged: false).ToList();
        return all.Where(due => due.Operation is not null).Select(due => CloudComputerReconciliation.OperationDueAt(Find(fleet, due)))
            .Concat(all.Where(due => due.IsUpdateDue).Select(due => CloudComputerReconciliation.UpdateDueAt(Find(fleet, due))))
            .Min();
    }

    public static bool HasWaiting(IEnumerable<CloudComputer> fleet, string region, int shard) =>
        Due(fleet, region, shard, window: null, DateTimeOffset.MaxValue, withChanged: false)
            .Any(due => due.IsUpdateDue && Find(fleet, due).PendingUpdate?.State is PendingUpdateState.Waiting);

    public static string ApiWord<TWord>(TWord word)
        where TWord : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(word.ToString());

    private static IEnumerable<CloudComputer> Ordered(IEnumerable<CloudComputer> fleet, ComputerOrder order, Func<CloudComputer, string?> key)
    {
        // By code points, as the databases compare: beyond the first 65,536 strings of .NET stand elsewhere.
        var words = Comparer<string>.Create((one, other) => Encoding.UTF8.GetBytes(one).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(other)));
        var present = fleet.OrderBy(computer => key(computer) is null);
        return (order.IsDescending
            ? present.ThenByDescending(computer => key(computer) ?? "", words)
            : present.ThenBy(computer => key(computer) ?? "", words)).ThenBy(computer => computer.Id.Value, StringComparer.Ordinal);
    }

    private static CloudComputer Find(IEnumerable<CloudComputer> fleet, DueComputer due) => fleet.Single(computer => computer.Id == due.Id);

    private static bool Matches(PendingUpdate? update, PendingFilter filter) => filter switch
    {
        PendingFilter.None => update is null,
        PendingFilter.Any => update is not null,
        _ => update?.State.ToString() == filter.ToString(),
    };
}
