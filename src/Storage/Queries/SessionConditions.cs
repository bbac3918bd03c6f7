using System.Globalization;
using Wuying.Contracts.Fleet;

namespace Wuying.Storage.Queries;

/// <summary>A filter on sessions as a condition and its values; sessions stand beside the rows of their computers.</summary>
internal sealed class SessionConditions
{
    /// <summary>Where sessions are looked for.</summary>
    public const string Tables = "sessions JOIN computers ON computers.id = sessions.computer_id";

    /// <summary>What <see cref="FleetRows.Session"/> reads.</summary>
    public const string Columns =
        "sessions.number, sessions.computer_id, sessions.region, sessions.user_id, sessions.started_at, sessions.ended_at, computers.name, computers.office";

    private readonly ISqlDialect _dialect;
    private readonly List<string> _conditions = [];
    private readonly List<object?> _values = [];

    /// <summary>Spells a filter out.</summary>
    public SessionConditions(ISqlDialect dialect, SessionFilter filter)
    {
        _dialect = dialect;
        And("sessions.region = {0}", filter.RegionId.Value);
        And("computers.name = {0}", filter.ComputerName);
        And("computers.office = {0}", filter.OfficeNetworkId);
        AndIn("sessions.computer_id", filter.ComputerIds?.Select(id => id.Value));
        AndIn("sessions.user_id", filter.UserIds?.Select(user => user.Value));
        And("sessions.started_at >= {0}", filter.StartedFrom?.UtcTicks);
        And("sessions.started_at <= {0}", filter.StartedUntil?.UtcTicks);
        And("sessions.ended_at >= {0}", filter.EndedFrom?.UtcTicks);
        And("sessions.ended_at <= {0}", filter.EndedUntil?.UtcTicks);
        And("sessions.ended_at - sessions.started_at >= {0}", filter.LastedFrom?.Ticks);
        And("sessions.ended_at - sessions.started_at <= {0}", filter.LastedUntil?.Ticks);
        if (filter.IsConnected is { } connected)
        {
            _conditions.Add(connected ? "sessions.ended_at IS NULL" : "sessions.ended_at IS NOT NULL");
        }
    }

    /// <summary>The condition, without WHERE.</summary>
    public string Condition => string.Join(" AND ", _conditions);

    /// <summary>The values of the statement so far, in order.</summary>
    public IReadOnlyList<object?> Values => [.. _values];

    /// <summary>Adds the condition that sessions come after a cursor, the latest first; nothing for one that we never gave out.</summary>
    public SessionConditions After(string? cursor)
    {
        And("sessions.number < {0}", long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null);
        return this;
    }

    /// <summary>Adds a value that stands behind the condition.</summary>
    /// <returns>Its place in the statement.</returns>
    public string Add(object value)
    {
        _values.Add(value);
        return _dialect.Parameter(_values.Count);
    }

    private void AndIn(string column, IEnumerable<string>? values)
    {
        if (values is not null)
        {
            _conditions.Add(_dialect.IsIn(column, Add(_dialect.List(values))));
        }
    }

    private void And(string condition, object? value)
    {
        if (value is not null)
        {
            _conditions.Add(string.Format(CultureInfo.InvariantCulture, condition, Add(value)));
        }
    }
}
