namespace Wuying.Storage.Sqlite;

/// <summary>Where the SQLite fleet store is.</summary>
/// <param name="Path">The file; made, with its directory, if it is not there.</param>
public sealed record SqliteFleetStoreOptions(string Path);
