using System.Net.Sockets;
using Npgsql;

namespace Wuying.Storage.Postgres;

/// <summary>Waits at start-up for a server that is only just starting, and says what to do when it is no use waiting.</summary>
internal static class PostgresStart
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Brings the tables up to date.</summary>
    /// <exception cref="StoreUnavailableException">The server is not there in time, or lets nobody in; the message says what to do.</exception>
    public static async Task PrepareAsync(NpgsqlDataSource source, TimeSpan patience, TimeProvider clock, CancellationToken cancellationToken)
    {
        for (var start = clock.GetTimestamp(); ;)
        {
            try
            {
                await PostgresSchema.PrepareAsync(source, cancellationToken);
                return;
            }
            catch (NpgsqlException exception) when (MayCome(exception) && clock.GetElapsedTime(start) < patience)
            {
                await Task.Delay(Pause, clock, cancellationToken);
            }
            catch (NpgsqlException exception)
            {
                throw new StoreUnavailableException($"The store cannot be opened: {WhatToDo(exception, NameOf(source))} ({exception.Message})", exception);
            }
        }
    }

    private static bool MayCome(NpgsqlException exception) => exception switch
    {
        PostgresException error => error.SqlState is PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown
            or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.DeadlockDetected,

        // A name that nobody knows will hardly become known.
        { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound } } => false,
        _ => true,
    };

    private static string WhatToDo(NpgsqlException exception, string server) => exception switch
    {
        PostgresException error => error.SqlState switch
        {
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
                $"{server} does not let this user in. Correct Username and Password in --store.",
            PostgresErrorCodes.InvalidCatalogName => $"{server} has no such database. Make it with createdb, or name another in --store.",
            PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.InvalidSchemaName => "this user may not make its tables. Make the user the owner of the database, or run orleans.sql as its owner.",
            PostgresErrorCodes.CannotConnectNow => $"{server} is still starting. Wait until it is ready, and start again.",
            PostgresErrorCodes.TooManyConnections => $"{server} has no connection left. Raise its max_connections, or lower Maximum Pool Size in --store.",
            _ => "the database refused to make its tables. See what it says, and start again.",
        },
        _ => $"{server} is not to be reached. Start PostgreSQL there, or correct Host and Port in --store.",
    };

    private static string NameOf(NpgsqlDataSource source)
    {
        var settings = new NpgsqlConnectionStringBuilder(source.ConnectionString);
        return $"PostgreSQL at {settings.Host}:{settings.Port}";
    }
}
