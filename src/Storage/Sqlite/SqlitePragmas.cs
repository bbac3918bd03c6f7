namespace Wuying.Storage.Sqlite;

/// <summary>How connections are set up.</summary>
internal static class SqlitePragmas
{
    /// <summary>The size of a page in bytes; settled when a file is made. A night's rows lie in random places: fewer pages cost less than bytes.</summary>
    public const int PageSize = 8_192;

    /// <summary>The pages of log after which the writer itself brings them into the file: 256 MB.</summary>
    public const int LogPagesMax = (256 << 20) / PageSize;

    private static readonly string[] Common =
    [
        // Never waited for in the normal run, since one connection writes; a checkpoint or a recovery may hold others up.
        "PRAGMA busy_timeout = 10000",
        "PRAGMA foreign_keys = OFF",
        "PRAGMA temp_store = MEMORY",
    ];

    /// <summary>The settings of a connection that reads, or of the one that writes.</summary>
    public static IEnumerable<string> Of(bool readOnly) => readOnly
        ? [.. Common, "PRAGMA cache_size = -16384", "PRAGMA query_only = ON"]
        :
        [
            .. Common,
            $"PRAGMA page_size = {PageSize}",
            "PRAGMA journal_mode = WAL",

            // A commit is durable when it returns: the log is synced, not only written.
            "PRAGMA synchronous = FULL",
            "PRAGMA cache_size = -131072",

            // The pages of many transactions go into the file together; a page written often in between goes once.
            $"PRAGMA wal_autocheckpoint = {LogPagesMax}",
        ];
}
