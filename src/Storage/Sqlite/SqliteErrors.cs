using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Wuying.Storage.Sqlite;

/// <summary>Says what SQLite's errors mean to those who wait.</summary>
internal static class SqliteErrors
{
    /// <summary>What a caller is told: an exception of .NET's own, since a grain's caller may be another process.</summary>
    public static Exception Explain(Exception exception) => exception is SqliteException error
        ? new IOException($"The fleet store could not do it: {WhatHappened(error)} ({error.Message})", error)
        : new InvalidOperationException($"The fleet store could not do it: {exception.Message}", exception);

    private static string WhatHappened(SqliteException error) => error.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => "the disk is full. Nothing of this write was kept; make room and repeat it.",
        raw.SQLITE_IOERR => "the disk reports an error. Whether the write was kept shows when the state is read again.",
        raw.SQLITE_READONLY => "the file has become read-only.",
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => "the file is damaged. Stop, and put a backup in its place.",
        raw.SQLITE_CONSTRAINT => "the values contradict what is stored.",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "another program holds the file.",
        _ => "the database refused.",
    };
}
