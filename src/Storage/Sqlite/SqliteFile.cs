using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Wuying.Storage.Sqlite;

/// <summary>Makes a file ready: there, whole, ours alone, and with today's tables.</summary>
internal static class SqliteFile
{
    /// <summary>Takes the file for this process. One process writes a store; a second one would wake the same grains again.</summary>
    /// <returns>Held as long as the store is open. The system lets go of it when the process dies, however it dies.</returns>
    public static FileStream TakeLock(string path)
    {
        var directory = Path.GetDirectoryName(Path.GetFullPath(path)) ?? "/";
        var lockPath = path + ".lock";
        try
        {
            Directory.CreateDirectory(directory);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException(
                $"The directory {directory} of the store cannot be made: {exception.Message} Give another path to --store.", exception);
        }

        try
        {
            return new FileStream(lockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new StoreUnavailableException(
                $"The directory {directory} of the store cannot be written to. Change its permissions, or give another path to --store.", exception);
        }
        catch (IOException exception)
        {
            throw new StoreUnavailableException(
                $"The store {path} cannot be taken: {exception.Message} If another process has it open, stop that one or give another path to --store.",
                exception)
            {
                IsTaken = true,
            };
        }
    }

    /// <summary>Opens the connection that writes, after the file was looked at and brought up to today's tables.</summary>
    public static SqliteSession OpenWriter(string path)
    {
        SqliteSession? session = null;
        try
        {
            session = new SqliteSession(path, readOnly: false);
            Check(session, path);
            Migrate(session, SqliteSchema.Steps);
            return session;
        }
        catch (SqliteException exception)
        {
            session?.Dispose();
            throw CannotBeOpened(path, exception);
        }
        catch (StoreUnavailableException)
        {
            session?.Dispose();
            throw;
        }
    }

    /// <summary>Reads through the whole file, which takes seconds for a large one.</summary>
    /// <exception cref="StoreUnavailableException">It is damaged.</exception>
    public static void Inspect(SqliteSession session, string path)
    {
        var finding = session.Query("PRAGMA quick_check(1)", row => row.Text(0));
        if (finding is not ["ok"])
        {
            throw new StoreUnavailableException($"The store {path} is damaged: {string.Join(' ', finding)}. Put a backup in its place, or give another path to --store.");
        }
    }

    /// <summary>What SQLite says, with what to do about it.</summary>
    public static StoreUnavailableException CannotBeOpened(string path, SqliteException exception) =>
        new($"The store {path} cannot be opened: {WhatToDo(exception)} ({exception.Message})", exception);

    /// <summary>Takes the steps that a file has not taken yet, each in a transaction.</summary>
    internal static void Migrate(SqliteSession session, IReadOnlyList<string> steps)
    {
        for (var version = (int)(session.Number("PRAGMA user_version") ?? 0); version < steps.Count; version++)
        {
            Step(session, steps[version], version + 1);
        }
    }

    private static void Step(SqliteSession session, string script, int version)
    {
        try
        {
            session.Run("BEGIN IMMEDIATE");
            session.RunScript(script);
            session.RunScript(string.Create(
                CultureInfo.InvariantCulture, $"PRAGMA application_id = {SqliteSchema.ApplicationId}; PRAGMA user_version = {version}"));
            session.Run("COMMIT");
        }
        catch
        {
            session.RollBack();
            throw;
        }
    }

    private static void Check(SqliteSession session, string path)
    {
        var isNew = session.Number("SELECT count(*) FROM sqlite_schema") is 0;
        if (!isNew && session.Number("PRAGMA application_id") is not SqliteSchema.ApplicationId)
        {
            throw new StoreUnavailableException($"{path} is a database of another program. Give another path to --store.");
        }

        var version = session.Number("PRAGMA user_version");
        if (version > SqliteSchema.Steps.Length)
        {
            throw new StoreUnavailableException(
                $"The store {path} was written by a newer version of this program (its tables are at step {version}, this program knows {SqliteSchema.Steps.Length}). Start that version, or give another path to --store.");
        }

        if (!isNew && version < SqliteSchema.Steps.Length)
        {
            // Nothing is made of a damaged file that makes it worse. Otherwise it is inspected beside the work.
            Inspect(session, path);
        }
    }

    private static string WhatToDo(SqliteException exception) => exception.SqliteErrorCode switch
    {
        raw.SQLITE_NOTADB => "it is not a database. Give another path to --store, or move the file away.",
        raw.SQLITE_CORRUPT => "it is damaged. Put a backup in its place, or give another path to --store.",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "another program has it open. Stop that one, or give another path to --store.",
        raw.SQLITE_FULL => "the disk is full. Make room, or give another path to --store.",
        raw.SQLITE_READONLY or raw.SQLITE_PERM => "it cannot be written to. Change its permissions, or give another path to --store.",
        raw.SQLITE_CANTOPEN => "it is no file that can be read and written. Change its permissions, or give another path to --store.",
        _ => "give another path to --store.",
    };
}
