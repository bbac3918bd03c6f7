using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Wuying.Api.Problems;

namespace Wuying.Api.Paging;

/// <summary>Which page of a list is asked for.</summary>
internal sealed class PageQuery
{
    /// <summary>The page size unless asked otherwise.</summary>
    public const int LimitDefault = 50;

    /// <summary>The largest page.</summary>
    public const int LimitMax = 1_000;

    [FromQuery(Name = "limit"), Description("Items a page, 1 to 1,000; 50 unless given.")]
    public string? Limit { get; init; }

    [FromQuery(Name = "cursor"), Description("nextCursor of the page before; the first page without.")]
    public string? Cursor { get; init; }

    /// <summary>Reads the query.</summary>
    public (string? After, int Limit) Read(InputErrors errors)
    {
        var limit = LimitDefault;
        if (Limit is not null && (!int.TryParse(Limit, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > LimitMax))
        {
            errors.Add("limit", $"A number from 1 to {LimitMax}.");
        }

        if (string.IsNullOrEmpty(Cursor))
        {
            return (null, limit);
        }

        if (!Paging.Cursor.TryDecode(Cursor, out var after))
        {
            errors.Add("cursor", "Not a cursor of this API; begin again without one.");
        }

        return (after, limit);
    }
}
