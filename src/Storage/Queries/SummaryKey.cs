namespace Wuying.Storage.Queries;

/// <summary>What a summary tells computers apart by.</summary>
internal readonly record struct SummaryKey(long Status, bool IsConnected, string Version, long? PendingState, long? Reason)
{
    /// <summary>What <see cref="Of"/> reads.</summary>
    public const string Columns = "status, connected_user IS NOT NULL, version, pending_state, reason";

    /// <summary>Reads <see cref="Columns"/>.</summary>
    public static SummaryKey Of(IRow row) => new(row.Int64(0), row.Bool(1), row.Text(2), row.Int64OrNull(3), row.Int64OrNull(4));
}
