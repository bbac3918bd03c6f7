using Npgsql;
using Wuying.Storage.States;

namespace Wuying.Storage.Postgres;

/// <summary>A table whose rows count their writes.</summary>
internal interface IVersionedTable
{
    /// <summary>Writes rows that have the versions their writers know. Answers, of each row written: how its write is keyed, and whether there was none before.</summary>
    void AddUpsert(NpgsqlBatch batch, IReadOnlyList<VersionedWrite> writes);

    /// <summary>Asks for versions. Answers how a write is keyed, and the version; nothing where there is no row.</summary>
    void AddVersions(NpgsqlBatch batch, IReadOnlyList<VersionedWrite> writes);

    /// <summary>Removes rows.</summary>
    void AddDelete(NpgsqlBatch batch, IReadOnlyList<VersionedWrite> writes);
}
