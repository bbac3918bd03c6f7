using System.Collections.Immutable;
using Wuying.Api.Ecd.Desktops;
using Wuying.Api.Ecd.Errors;
using Wuying.Api.Ecd.Paging;
using Wuying.Api.Ecd.Protocol;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Regions;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;

namespace Wuying.Api.Ecd.Fota;

/// <summary>Versions on offer, and the computers that can take them: what the product's own API has about updates.</summary>
internal static class FotaActions
{
    public static void MapFota(this EcdActionTable actions)
    {
        actions.Read<DescribeFotaTasksRequest, DescribeFotaTasksAnswer>("DescribeFotaTasks", DescribeTasksAsync);
        actions.Operate<UpdateFotaTaskRequest, EmptyAnswer>("UpdateFotaTask", UpdateTaskAsync);
        actions.Read<DescribeFotaPendingDesktopsRequest, DescribeFotaPendingDesktopsAnswer>("DescribeFotaPendingDesktops", DescribePendingAsync);
        actions.Operate<ApproveFotaUpdateRequest, EmptyAnswer>("ApproveFotaUpdate", ApproveAsync);
    }

    private static async Task<EcdResult<DescribeFotaTasksAnswer>> DescribeTasksAsync(DescribeFotaTasksRequest request, EcdCall call)
    {
        if (EcdPages.Read(request.NextToken, out var after) is { } error)
        {
            return error;
        }

        var region = call.Region;
        var counts = await call.Cluster.Queries.CountVersionsAsync(region.Id);
        var wanted = region.Catalogue.Reverse()
            .Where(entry => request.TaskUid?.Contains(TaskUids.Of(region.Id, entry.Version)) ?? true)
            .Where(entry => request.UserStatus is null || request.UserStatus == FotaWords.Of(entry.PushState))
            .ToArray();
        var (entries, next) = EcdPages.Cut(wanted, entry => entry.Version.Number, after, request.MaxResults);
        return new DescribeFotaTasksAnswer(FotaWords.Success, [.. entries.Select(entry => ToAnswer(entry, region, counts, request.Lang))], next);
    }

    private static FotaTaskAnswer ToAnswer(PublishedVersion entry, Region region, ImmutableArray<VersionCount> counts, string language)
    {
        var involved = InvolvedCounts.Of(region, entry.Version, counts);
        return new(
            TaskUids.Of(region.Id, entry.Version),
            entry.Version.Number,
            EcdInstants.ToSecond(entry.PublishedAt),
            entry.PackageSizeBytes,
            FotaWords.Of(entry.PushState),
            ReleaseNotes.In(entry, language),
            involved.Images,
            involved.Computers);
    }

    private static async Task<EcdResult<EmptyAnswer>> UpdateTaskAsync(UpdateFotaTaskRequest request, EcdCall call)
    {
        if (TaskUids.Find(call.Region, request.TaskUid!) is not { } entry)
        {
            return EcdRejections.TaskNotFound(request.TaskUid);
        }

        // While everything is pushed by itself, the switch of a single task is not the caller's to turn, either way.
        if (call.Region.AutomaticPush)
        {
            return GatewayErrors.Unsupported($"{call.Region.Id} pushes by itself; a single task is switched once automatic push is off.");
        }

        var grain = call.Cluster.Region(call.Region.Id);
        var requestId = call.NewId("push-");
        var answer = request.UserStatus switch
        {
            FotaWords.Pushed => (await grain.StartPushAsync(entry.Version, PushScope.Region, requestId, call.RequestedBy)).Answer,
            FotaWords.NotPushed => (await grain.StopPushAsync(entry.Version, PushScope.Region, requestId, call.RequestedBy)).Answer,
            _ => null,
        };
        return answer?.Rejection is { } refused ? refused.ToError() : EmptyAnswer.Done;
    }

    private static async Task<EcdResult<DescribeFotaPendingDesktopsAnswer>> DescribePendingAsync(DescribeFotaPendingDesktopsRequest request, EcdCall call)
    {
        if (EcdPages.Read(request.NextToken, out var after) is { } error)
        {
            return error;
        }

        var region = call.Region;
        var entry = request.TaskUid is { } id ? TaskUids.Find(region, id) : region.Latest;
        if (entry is null && request.TaskUid is not null)
        {
            return EcdRejections.TaskNotFound(request.TaskUid);
        }

        var counts = await call.Cluster.Queries.CountVersionsAsync(region.Id);
        ImmutableArray<Domain.Images.ImageVersion> older =
            [.. InvolvedCounts.Older(entry is null ? null : region.TargetOf(entry.Version), counts).Select(count => count.Version)];
        var found = older.IsEmpty ? new Page<CloudComputer>([], null) : await call.Cluster.Queries.ListComputersAsync(
            new ComputerFilter
            {
                RegionId = region.Id,
                Versions = older,
                Ids = request.DesktopId is { } one ? [new CloudComputerId(one)] : null,
                Name = request.DesktopName,
                OfficeNetworkId = request.OfficeSiteId,
            },
            after,
            request.MaxResults);
        return new DescribeFotaPendingDesktopsAnswer(
            "200", "Succeeded", [.. found.Items.Select(ToAnswer)], Wuying.Api.Paging.Cursor.Encode(found.NextCursor));
    }

    private static FotaPendingDesktopAnswer ToAnswer(CloudComputer computer) => new(
        computer.Id.Value,
        computer.Name,
        computer.CurrentVersion.Number,
        computer.OfficeNetworkId,
        DesktopWords.NumberOf(computer.Status),
        computer.Session is { } session ? [new FotaPendingSessionAnswer(session.UserId.Value)] : []);

    private static async Task<EcdResult<EmptyAnswer>> ApproveAsync(ApproveFotaUpdateRequest request, EcdCall call)
    {
        if (await call.FindComputerAsync(request.DesktopId) is not { } computer)
        {
            return EcdRejections.DesktopNotFound(request.DesktopId);
        }

        if (FotaTargets.Find(call.Region, request.AppVersion!) is not { } target)
        {
            return EcdRejections.VersionNotFound(request.AppVersion);
        }

        var grain = call.Cluster.Computer(computer.Id);
        var answer = await grain.RequestUpdateAsync(new UpdateRequest { Target = target, Method = UpdateMethod.Immediate, RequestedBy = call.RequestedBy });
        return answer.Rejection is { } refused ? refused.ToError(await grain.GetAsync()) : EmptyAnswer.Done;
    }
}
