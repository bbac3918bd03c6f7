namespace Wuying.Storage.Queries;

/// <summary>A row that a question is answered with, whatever the database. Columns count from 0.</summary>
internal interface IRow
{
    bool IsNull(int column);

    bool Bool(int column);

    long Int64(int column);

    long? Int64OrNull(int column);

    double Double(int column);

    string Text(int column);

    string? TextOrNull(int column);

    byte[] Bytes(int column);

    DateTimeOffset Instant(int column);

    DateTimeOffset? InstantOrNull(int column);

    DateOnly Day(int column);

    DateOnly? DayOrNull(int column);
}
