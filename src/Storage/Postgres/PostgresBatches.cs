using Npgsql;

namespace Wuying.Storage.Postgres;

/// <summary>Puts statements into batches, which go to the server and back in one round trip.</summary>
internal static class PostgresBatches
{
    /// <summary>Adds a statement.</summary>
    public static NpgsqlBatch Add(this NpgsqlBatch batch, string sql, params IEnumerable<NpgsqlParameter> parameters)
    {
        var command = batch.CreateBatchCommand();
#pragma warning disable CA2100 // Statements of this project's own; values are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        batch.BatchCommands.Add(command);
        return batch;
    }

    /// <summary>A value as a parameter: instants as UTC ticks, words of closed lists as their numbers.</summary>
    public static NpgsqlParameter Parameter(object? value) => value switch
    {
        NpgsqlParameter parameter => parameter,
        null => new NpgsqlParameter { Value = DBNull.Value },
        DateTimeOffset instant => new NpgsqlParameter<long> { TypedValue = instant.UtcTicks },
        Enum word => new NpgsqlParameter<int> { TypedValue = Convert.ToInt32(word, null) },
        _ => new NpgsqlParameter { Value = value },
    };
}
