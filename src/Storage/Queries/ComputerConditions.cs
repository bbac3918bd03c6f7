using System.Collections.Immutable;
using System.Globalization;
using Wuying.Contracts.Answers;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Updates;
using Wuying.Storage.States;

namespace Wuying.Storage.Queries;

/// <summary>A filter on computers as a condition and its values. Only what is asked for stands in it, so that the indexes can be used.</summary>
internal sealed class ComputerConditions
{
    private readonly ISqlDialect _dialect;
    private readonly List<string> _conditions = [];
    private readonly List<object?> _values;

    /// <summary>Spells a filter out.</summary>
    /// <param name="dialect">The database's words.</param>
    /// <param name="filter">The filter.</param>
    /// <param name="before">Values of the statement that come before the condition's.</param>
    public ComputerConditions(ISqlDialect dialect, ComputerFilter filter, params IEnumerable<object?> before)
    {
        _dialect = dialect;
        _values = [.. before];
        AndEqual("region", filter.RegionId?.Value);
        AndEqual("status", filter.Status);
        AndEqual("office", filter.OfficeNetworkId);
        AndEqual("image_id", filter.ImageId?.Value);
        AndEqual("image_type", filter.ImageType);
        AndEqual("reason", filter.Reason);
        And(user => $"id IN (SELECT computer_id FROM computer_users WHERE user_id = {user})", filter.AssignedUserId?.Value);
        And(
            operation => $"id IN (SELECT computer_id FROM bulk_items WHERE operation_id = {operation} AND outcome <> {(int)AnswerOutcome.Rejected})",
            filter.TookOperationId);
        And(text => dialect.Contains("search_text", text), filter.Text is { } text ? ComputerColumns.SearchTextOf(text) : null);
        And(list => dialect.IsIn("version", list), filter.Versions is { } versions ? dialect.List(versions.Select(version => version.Number)) : null);
        AndOneOf(filter);
        if (filter.Status is null && filter.Statuses is null)
        {
            And(deleted => $"status <> {deleted}", CloudComputerStatus.Deleted);
        }

        if (filter.IsConnected is { } connected)
        {
            _conditions.Add(connected ? "connected_user IS NOT NULL" : "connected_user IS NULL");
        }

        AndPending(filter.Pending);
        AndTags(filter);
        if (filter.HasSnapshots)
        {
            // Rows written before they were counted do not say.
            _conditions.Add("(snapshots IS NULL OR snapshots > 0)");
        }
    }

    /// <summary>The condition, without WHERE.</summary>
    public string Condition => string.Join(" AND ", _conditions);

    /// <summary>The values of the statement so far, in order.</summary>
    public IReadOnlyList<object?> Values => _values;

    /// <summary>Adds the condition that ids come after a cursor, unless there is none.</summary>
    public ComputerConditions After(string? cursor)
    {
        And(id => $"id > {id}", cursor);
        return this;
    }

    /// <summary>Adds a value that stands behind the condition.</summary>
    /// <returns>Its place in the statement.</returns>
    public string Add(object value)
    {
        _values.Add(value);
        return _dialect.Parameter(_values.Count);
    }

    private void AndOneOf(ComputerFilter filter)
    {
        AndEqual("name", filter.Name);
        AndIn("id", filter.Ids?.Select(id => id.Value));
        AndIn("office", filter.OfficeNetworkIds);
        AndIn("image_id", filter.ImageIds?.Select(id => id.Value));
        And(users => $"id IN (SELECT computer_id FROM computer_users WHERE {_dialect.IsIn("user_id", users)})", ListOf(filter.AssignedUserIds));
        And(users => $"id NOT IN (SELECT computer_id FROM computer_users WHERE {_dialect.IsIn("user_id", users)})", ListOf(filter.ExcludedUserIds));
        if (filter.Statuses is { } statuses)
        {
            // Numbers of a closed list; none of them, and nothing is found.
            _conditions.Add($"status IN ({string.Join(", ", statuses.Select(status => ((int)status).ToString(CultureInfo.InvariantCulture)).DefaultIfEmpty("0"))})");
        }
    }

    private void AndTags(ComputerFilter filter)
    {
        foreach (var tag in filter.Tags ?? [])
        {
            var key = $"tag_key = {Add(tag.Key)}";
            var value = tag.Value is null ? "" : $" AND tag_value = {Add(tag.Value)}";
            _conditions.Add($"id IN (SELECT computer_id FROM computer_tags WHERE {key}{value})");
        }

        if (filter.IsTagged is { } isTagged)
        {
            _conditions.Add(isTagged ? "tags <> ''" : "tags = ''");
        }
    }

    private object? ListOf(ImmutableArray<UserId>? users) => users is { } some ? _dialect.List(some.Select(user => user.Value)) : null;

    private void AndIn(string column, IEnumerable<string>? values) =>
        And(list => _dialect.IsIn(column, list), values is null ? null : _dialect.List(values));

    private void AndEqual(string column, object? value) => And(parameter => $"{column} = {parameter}", value);

    private void And(Func<string, string> condition, object? value)
    {
        if (value is not null)
        {
            _conditions.Add(condition(Add(value)));
        }
    }

    private void AndPending(PendingFilter? pending)
    {
        switch (pending)
        {
            case null:
                break;
            case PendingFilter.None:
                _conditions.Add("pending_state IS NULL");
                break;
            case PendingFilter.Any:
                _conditions.Add("pending_state IS NOT NULL");
                break;
            default:
                AndEqual("pending_state", pending switch
                {
                    PendingFilter.Offered => PendingUpdateState.Offered,
                    PendingFilter.Scheduled => PendingUpdateState.Scheduled,
                    PendingFilter.Waiting => PendingUpdateState.Waiting,
                    PendingFilter.Running => PendingUpdateState.Running,
                    _ => throw new ArgumentOutOfRangeException(nameof(pending), pending, "Not a filter that can be asked for."),
                });
                break;
        }
    }
}
