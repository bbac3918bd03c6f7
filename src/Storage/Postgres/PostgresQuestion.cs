using Wuying.Storage.Queries;

namespace Wuying.Storage.Postgres;

/// <summary>A statement that answers rows.</summary>
/// <param name="Sql">The statement.</param>
/// <param name="Read">Makes something of a row.</param>
/// <param name="Values">The statement's values, in order.</param>
internal sealed record PostgresQuestion<T>(string Sql, Func<IRow, T> Read, params IReadOnlyList<object?> Values);
