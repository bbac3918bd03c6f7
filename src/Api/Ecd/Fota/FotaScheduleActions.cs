using Wuying.Api.Ecd.Errors;
using Wuying.Api.Ecd.Protocol;
using Wuying.Api.Updates;
using Wuying.Contracts.Answers;
using Wuying.Contracts.Fleet;
using Wuying.Domain.Updates;

namespace Wuying.Api.Ecd.Fota;

/// <summary>Updates by night: what the product has on its console only, as actions of this project's own.</summary>
internal static class FotaScheduleActions
{
    public static void MapFotaSchedules(this EcdActionTable actions)
    {
        actions.Operate<CreateFotaScheduleRequest, FotaScheduleAnswer>("CreateFotaSchedule", CreateAsync);
        actions.Operate<CancelFotaScheduleRequest, FotaScheduleAnswer>("CancelFotaSchedule", CancelAsync);
    }

    private static async Task<EcdResult<FotaScheduleAnswer>> CreateAsync(CreateFotaScheduleRequest request, EcdCall call)
    {
        if (FotaTargets.Find(call.Region, request.AppVersion!) is not { } target)
        {
            return EcdRejections.VersionNotFound(request.AppVersion);
        }

        var wanted = new UpdateRequest
        {
            Target = target,
            Method = UpdateMethod.Scheduled,
            Date = request.Date,
            SnapshotLeadHours = request.SnapshotLeadHours,
            RequestedBy = call.RequestedBy,
        };
        return await AskEachAsync(request.DesktopId!, new BulkCommand(wanted, null), call);
    }

    private static Task<EcdResult<FotaScheduleAnswer>> CancelAsync(CancelFotaScheduleRequest request, EcdCall call) =>
        AskEachAsync(request.DesktopId!, new BulkCommand(null, call.RequestedBy), call);

    private static async Task<EcdResult<FotaScheduleAnswer>> AskEachAsync(IReadOnlyList<string> ids, BulkCommand command, EcdCall call)
    {
        if (ids.FirstOrDefault(id => !Hosting.RouteIds.IsId(id)) is { } impossible)
        {
            return EcdRejections.DesktopNotFound(impossible);
        }

        var answers = await call.Service<ManyComputers>().AskEachAsync(call.Region.Id, ids, command, call.Context);
        return new FotaScheduleAnswer([.. answers.Value!.Items.Select(item => new FotaScheduleResultAnswer(
            item.ComputerId,
            item is { Outcome: AnswerOutcome.Rejected, Code: { } code } ? EcdRejections.CodeOf(code) : FotaWords.Success,
            item.Message))]);
    }
}
