using System.Collections.Immutable;
using System.Globalization;
using Wuying.Api.CloudComputers;
using Wuying.Api.Ecd.Errors;
using Wuying.Api.Ecd.Protocol;
using Wuying.Api.Hosting;
using Wuying.Api.Images;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Images;

namespace Wuying.Api.Ecd.Desktops;

/// <summary>Power, deletion and making of computers.</summary>
internal static class DesktopWriteActions
{
    private const string NameDefault = "desktop";

    public static void MapDesktopsToWrite(this EcdActionTable actions)
    {
        actions.Operate<StartDesktopsRequest, EmptyAnswer>("StartDesktops", (request, call) => PowerAsync(request.DesktopId!, PowerCommand.Start, call));
        actions.Operate<StopDesktopsRequest, EmptyAnswer>("StopDesktops", (request, call) => PowerAsync(request.DesktopId!, PowerCommand.Stop, call));
        actions.Operate<RebootDesktopsRequest, EmptyAnswer>("RebootDesktops", (request, call) => PowerAsync(request.DesktopId!, PowerCommand.Restart, call));
        actions.Operate<DeleteDesktopsRequest, EmptyAnswer>("DeleteDesktops", (request, call) =>
            EachDesktop.AskAsync(request.DesktopId!, call, grain => grain.DeleteAsync(call.RequestedBy)));
        actions.Operate<CreateDesktopsRequest, CreateDesktopsAnswer>("CreateDesktops", CreateAsync);
    }

    /// <summary>Starts, stops or restarts desktops that the caller may know of.</summary>
    public static Task<EcdResult<EmptyAnswer>> PowerAsync(IReadOnlyList<string> ids, PowerCommand command, EcdCall call) =>
        EachDesktop.AskAsync(ids, call, grain => grain.PowerAsync(command, call.RequestedBy));

    private static async Task<EcdResult<CreateDesktopsAnswer>> CreateAsync(CreateDesktopsRequest request, EcdCall call)
    {
        var imageId = request.DesktopAttachment!.ImageId;
        if (await call.Service<ImageDirectory>().FindAsync(imageId!, call.Region.Id, call.Caller) is not { } image || image.RegionId != call.Region.Id)
        {
            return EcdRejections.ImageNotFound(imageId);
        }

        var users = request.EndUserId ?? [];
        if (users.FirstOrDefault(user => !RouteIds.IsId(user)) is { } impossible)
        {
            return GatewayErrors.Invalid("EndUserId", $"{RouteIds.Shorten(impossible)} is not spelled like a user's id.");
        }

        if (request.UserAssignMode is CreateDesktopsRequest.OneUserEach && (users.Count == 0 || request.Amount % users.Count != 0))
        {
            return GatewayErrors.Invalid("Amount", "with PER_USER it is a multiple of the number of users.");
        }

        if (Tags.TagParameters.FirstMistake(request.Tag) is { } mistake)
        {
            return mistake;
        }

        var wanted = Enumerable.Range(1, request.Amount).Select(number => Wanted(request, number, users, image, call)).ToArray();
        var items = await call.Service<ComputerMaker>().MakeAsync(wanted, image, call.RequestedBy);
        return items.FirstOrDefault(item => item.Code is not null) is { Code: { } code } refused
            ? new Rejection(code, refused.Message ?? "A desktop was not made.").ToError()
            : new CreateDesktopsAnswer([.. items.Select(item => item.ComputerId)]);
    }

    private static CloudComputer Wanted(CreateDesktopsRequest request, int number, IReadOnlyList<string> users, CustomImage image, EcdCall call) => new()
    {
        Id = new CloudComputerId(call.NewId("ecd-", number)),
        Name = NameOf(request, number),
        RegionId = call.Region.Id,
        OfficeNetworkId = request.OfficeSiteId ?? $"{call.Region.Id}+dir-default",
        ImageId = image.Id,
        ImageType = image.Type,
        CurrentVersion = image.CurrentVersion,
        Status = CloudComputerStatus.Creating,
        AssignedUserIds = UsersOf(request, number, users),
        Tags = Tags.TagParameters.Read(request.Tag),
    };

    private static string NameOf(CreateDesktopsRequest request, int number)
    {
        var name = request.DesktopName ?? NameDefault;
        return request.Amount > 1 && request.DesktopNameSuffix ? string.Create(CultureInfo.InvariantCulture, $"{name}-{number:D4}") : name;
    }

    private static ImmutableArray<UserId> UsersOf(CreateDesktopsRequest request, int number, IReadOnlyList<string> users) =>
        request.UserAssignMode is CreateDesktopsRequest.OneUserEach
            ? [new UserId(users[(number - 1) % users.Count])]
            : [.. users.Distinct(StringComparer.Ordinal).Select(user => new UserId(user))];
}
