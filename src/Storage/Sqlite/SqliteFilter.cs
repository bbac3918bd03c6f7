using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Updates;
using Wuying.Storage.States;

namespace Wuying.Storage.Sqlite;

/// <summary>A filter on computers as a condition and its values. Only what is asked for stands in it, so that the indexes can be used.</summary>
internal sealed class SqliteFilter
{
    private readonly List<string> _conditions = [];
    private readonly List<object?> _values = [];

    public SqliteFilter(ComputerFilter filter)
    {
        And("region = ?", filter.RegionId?.Value);
        And("status = ?", filter.Status);
        And("office = ?", filter.OfficeNetworkId);
        And("image_id = ?", filter.ImageId?.Value);
        And("image_type = ?", filter.ImageType);
        And("reason = ?", filter.Reason);
        And("id IN (SELECT computer_id FROM computer_users WHERE user_id = ?)", filter.AssignedUserId?.Value);
        And("instr(search_text, ?) > 0", filter.Text is { } text ? ComputerColumns.SearchTextOf(text) : null);
        And("version IN (SELECT value FROM json_each(?))",
            filter.Versions is { } versions ? SqliteValues.List(versions.Select(version => version.Number)) : null);
        if (filter.Status is null)
        {
            And("status <> ?", CloudComputerStatus.Deleted);
        }

        if (filter.IsConnected is { } connected)
        {
            _conditions.Add(connected ? "connected_user IS NOT NULL" : "connected_user IS NULL");
        }

        AndPending(filter.Pending);
    }

    /// <summary>The condition, without WHERE.</summary>
    public string Condition => string.Join(" AND ", _conditions);

    /// <summary>Its values, in order.</summary>
    public IReadOnlyList<object?> Values => _values;

    /// <summary>Adds a condition unless its value is null.</summary>
    public SqliteFilter And(string condition, object? value)
    {
        if (value is not null)
        {
            _conditions.Add(condition);
            _values.Add(value);
        }

        return this;
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
                And("pending_state = ?", pending switch
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
