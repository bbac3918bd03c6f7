using System.Net.Sockets;
using Npgsql;

namespace Wuying.Storage.Postgres;

/// <summary>Says what PostgreSQL's errors mean to those who wait.</summary>
internal static class PostgresErrors
{
    /// <summary>What a caller is told: an exception of .NET's own, since a grain's caller may be another process.</summary>
    public static Exception Explain(Exception exception) => exception switch
    {
        _ when IsAboutValues(exception) => new InvalidOperationException($"The fleet store could not do it: {exception.Message}", exception),
        PostgresException error => new IOException($"The fleet store could not do it: {WhatHappened(error)} ({error.SqlState}: {error.MessageText})", error),
        _ => new IOException(
            $"The fleet store could not do it: the database is away or does not answer. Whether a write was kept shows when the state is read again. ({exception.Message})",
            exception),
    };

    /// <summary>True when the database found fault with what it was given, or nobody ever asked it.</summary>
    public static bool IsAboutValues(Exception exception) => exception switch
    {
        PostgresException error => error.SqlState[..2] is "22" or "23" or "54" or "21",
        NpgsqlException or IOException or SocketException or TimeoutException or OperationCanceledException or ObjectDisposedException => false,
        _ => true,
    };

    /// <summary>True when the connection is lost, or the database has undone a transaction for the sake of another one.</summary>
    public static bool MayBeTriedAgain(NpgsqlException exception) => exception is PostgresException error
        ? IsLeaving(error) || error.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure
        : exception.InnerException is not TimeoutException;

    private static bool IsLeaving(PostgresException error) =>
        error.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow;

    private static string WhatHappened(PostgresException error) => error.SqlState switch
    {
        _ when IsLeaving(error) => "the database is shutting down or starting. Whether a write was kept shows when the state is read again.",
        PostgresErrorCodes.DiskFull => "the database's disk is full. Nothing of this write was kept; make room and repeat it.",
        PostgresErrorCodes.TooManyConnections => "the database has no connection left.",
        PostgresErrorCodes.QueryCanceled => "the database took too long.",
        PostgresErrorCodes.ReadOnlySqlTransaction => "the database can only be read.",
        PostgresErrorCodes.InsufficientPrivilege => "the database does not allow it to this user.",
        PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn => "the database's tables are not those of this program.",
        _ => "the database refused.",
    };
}
