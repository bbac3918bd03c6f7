using Wuying.Api.Paging;
using Wuying.Contracts.Fleet;

namespace Wuying.Api.Updates;

/// <summary>From the table of updates to the API's.</summary>
internal static class UpdateMapping
{
    public static UpdatesOfDayResponse ToResponse(this UpdatesOfDay updates, DateOnly date)
    {
        var page = updates.Page.ToResponse(ToResponse);
        return new(date, new(updates.ByState, updates.ByReason), page.Items, page.NextCursor);
    }

    private static UpdateResponse ToResponse(this UpdateRow row) => new(
        row.UpdateId.Value,
        row.ComputerId.Value,
        row.Date,
        row.Version.Number,
        row.FromVersion.Number,
        row.Method,
        row.State,
        row.Reason,
        row.RequestedBy,
        row.RequestedAt,
        row.StartedAt,
        row.FinishedAt,
        row.SnapshotId?.Value);
}
