using Wuying.Storage.States;

namespace Wuying.Storage.Postgres;

/// <summary>The tables whose rows count their writes, with where their columns come from.</summary>
internal static class PostgresTables
{
    private static readonly VersionedTable<StateWrite> Computers = new("computers", "'c/' || computers.id", 1, new RowSet<StateWrite>()
        .With("id", write => write.Address.Key)
        .With("region", write => write.Computer!.Computer.RegionId.Value)
        .With("shard", write => write.Computer!.Computer.Shard)
        .With("status", write => (int)write.Computer!.Computer.Status)
        .With("version", write => write.Computer!.Computer.CurrentVersion.Number)
        .With("connected_user", write => write.Computer!.Computer.Session?.UserId.Value)
        .With("pending_state", write => (int?)write.Computer!.Computer.PendingUpdate?.State)
        .With("reason", write => (int?)write.Computer!.Reason)
        .With("obstacle", write => (int?)write.Computer!.Obstacle)
        .With("operation_due_at", write => write.Computer!.OperationDueAt?.UtcTicks)
        .With("operation_window", write => write.Computer!.OperationWindow)
        .With("operation_id", write => write.Computer!.Computer.Operation?.Id)
        .With("operation_kind", write => (int?)write.Computer!.Computer.Operation?.Kind)
        .With("operation_started_at", write => write.Computer!.Computer.Operation?.StartedAt.UtcTicks)
        .With("update_due_at", write => write.Computer!.UpdateDueAt?.UtcTicks)
        .With("update_window", write => write.Computer!.UpdateWindow)
        .With("office", write => write.Computer!.Computer.OfficeNetworkId)
        .With("image_id", write => write.Computer!.Computer.ImageId.Value)
        .With("image_type", write => (int)write.Computer!.Computer.ImageType)
        .With("pending_version", write => write.Computer!.Computer.PendingUpdate?.Version.Number)
        .With("pending_date", write => write.Computer!.Computer.PendingUpdate?.Date)
        .With("pending_method", write => (int?)write.Computer!.Computer.PendingUpdate?.Method)
        .With("name", write => write.Computer!.Computer.Name)
        .With("search_text", write => write.Computer!.SearchText)
        .With("users", write => write.Computer!.Users)
        .With("row_version", write => write.NewVersion)
        .With("state", write => write.State));

    private static readonly VersionedTable<StateWrite> Images = new("images", "'i/' || images.id", 1, new RowSet<StateWrite>()
        .With("id", write => write.Address.Key)
        .With("region", write => write.Image!.Image.RegionId.Value)
        .With("shard", write => write.Image!.Image.Shard)
        .With("image_type", write => (int)write.Image!.Image.Type)
        .With("version", write => write.Image!.Image.CurrentVersion.Number)
        .With("update_due_at", write => write.Image!.UpdateDueAt?.UtcTicks)
        .With("row_version", write => write.NewVersion)
        .With("state", write => write.State));

    private static readonly VersionedTable<StateWrite> Regions = new("regions", "'r/' || regions.id", 1, new RowSet<StateWrite>()
        .With("id", write => write.Address.Key)
        .With("row_version", write => write.NewVersion)
        .With("state", write => write.State));

    private static readonly VersionedTable<StateWrite> GrainState = new(
        "grain_state",
        "'g/' || grain_state.grain_type || '/' || grain_state.grain_key || '/' || grain_state.state_name",
        3,
        new RowSet<StateWrite>()
            .With("grain_type", write => write.Address.GrainType)
            .With("grain_key", write => write.Address.Key)
            .With("state_name", write => write.Address.StateName)
            .With("row_version", write => write.NewVersion)
            .With("written_at", write => write.WrittenAt.UtcTicks)
            .With("state", write => write.State));

    private static readonly VersionedTable<QuotaWrite> QuotaDays = new(
        "quota_days",
        "'q/' || quota_days.region || '/' || to_char(quota_days.day, 'YYYY-MM-DD')",
        2,
        new RowSet<QuotaWrite>()
            .With("region", write => write.Day.RegionId.Value)
            .With("day", write => write.Day.Day)
            .With("quota_limit", write => write.Limit)
            .With("row_version", write => write.NewVersion));

    /// <summary>The table that a write goes to.</summary>
    public static IVersionedTable Of(VersionedWrite write) => write switch
    {
        QuotaWrite => QuotaDays,
        StateWrite { Address.Table: StateTable.Computers } => Computers,
        StateWrite { Address.Table: StateTable.Images } => Images,
        StateWrite { Address.Table: StateTable.Regions } => Regions,
        StateWrite => GrainState,
        _ => throw new NotSupportedException($"{write.GetType().Name} is unknown to the store."),
    };
}
