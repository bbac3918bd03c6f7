using Wuying.Api.Problems;
using Wuying.Api.Quotas;
using Wuying.Domain.Updates;

namespace Wuying.Api.Updates;

/// <summary>Reads what each computer is asked; checks what attributes cannot: which members go together.</summary>
internal static class UpdatesRequestReader
{
    private const string Immediate = "immediate";

    /// <summary>Notes what is wrong with a request.</summary>
    public static void Check(UpdatesRequest request, InputErrors errors)
    {
        if (request.Method is Immediate)
        {
            Refuse(request.Date is not null, "date", "Only for scheduled updates.", errors);
            Refuse(request.SnapshotLeadHours is not null, "snapshotLeadHours", "Only for scheduled updates.", errors);
            return;
        }

        Refuse(request.Date is null, "date", "A scheduled update needs its day.", errors);
        Refuse(request.Date is { } day && !Days.TryParse(day.ToString("yyyy-MM-dd", null), out _), "date", Days.Expected, errors);
        Refuse(
            request.SnapshotLeadHours is { } hours && !UpdateRequest.SnapshotLeadHoursAllowed.Contains(hours),
            "snapshotLeadHours", "3 or 6.", errors);
        Refuse(request.SnapshotFirst is not null, "snapshotFirst", "Only for immediate updates.", errors);
    }

    /// <summary>What each computer is asked.</summary>
    public static UpdateRequest ToDomain(UpdatesRequest request, UpdateTarget target, string requestedBy) => request.Method is Immediate
        ? new UpdateRequest
        {
            Target = target,
            Method = UpdateMethod.Immediate,
            SnapshotFirst = request.SnapshotFirst ?? true,
            RequestedBy = requestedBy,
        }
        : new UpdateRequest
        {
            Target = target,
            Method = UpdateMethod.Scheduled,
            Date = request.Date,
            SnapshotLeadHours = request.SnapshotLeadHours ?? UpdateRequest.SnapshotLeadHoursAllowed[0],
            RequestedBy = requestedBy,
        };

    private static void Refuse(bool isWrong, string field, string message, InputErrors errors)
    {
        if (isWrong)
        {
            errors.Add(field, message);
        }
    }
}
