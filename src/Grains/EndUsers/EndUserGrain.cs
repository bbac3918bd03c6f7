using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Wuying.Contracts;
using Wuying.Contracts.Answers;
using Wuying.Contracts.CloudComputers;
using Wuying.Contracts.EndUsers;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Regions;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Images;
using Wuying.Domain.Updates;

namespace Wuying.Grains.EndUsers;

/// <summary>Owns what one user has seen. What they are told is written with the event it tells of, by the computer, in one transaction: nothing is told twice, and nothing is lost.</summary>
[GrainType(GrainTypes.EndUser)]
internal sealed partial class EndUserGrain(
    [PersistentState("user", FleetStorage.Name)] IPersistentState<Stored<EndUser>> stored,
    IFleetQueries queries,
    ILogger<EndUserGrain> logger) : Grain, IEndUserGrain
{
    private const int ComputersMax = 1_000;

    private UserId Id => new(this.GetPrimaryKeyString());

    private long SeenThrough => stored.State.Current?.SeenThrough ?? 0;

    public async Task<LogOn?> LogOnAsync()
    {
        var computers = await ListComputersAsync();
        var isOffered = await CatchUpAsync(computers);
        var shown = await ShowAsync(isOffered ? await ListComputersAsync() : computers);
        if (shown is { Notifications: [var newest, ..] } && newest.Sequence > SeenThrough)
        {
            await SaveAsync(new EndUser(Id, newest.Sequence));
        }

        return shown;
    }

    public async Task<LogOn?> GetNotificationsAsync() => await ShowAsync(await ListComputersAsync());

    private async Task<LogOn?> ShowAsync(ImmutableArray<CloudComputer> computers)
    {
        var notifications = await queries.ListNotificationsAsync(Id, Notification.KeptMax);
        return computers.IsEmpty && notifications.IsEmpty && stored.State.Current is null
            ? null
            : new LogOn(notifications, SeenThrough, computers);
    }

    private async Task<ImmutableArray<CloudComputer>> ListComputersAsync() =>
        (await queries.ListComputersAsync(new ComputerFilter { AssignedUserId = Id }, after: null, ComputersMax)).Items;

    // A computer that was made after a push, or had another update at the time, is offered what still stands (R8).
    private async Task<bool> CatchUpAsync(ImmutableArray<CloudComputer> computers)
    {
        var isOffered = false;
        foreach (var inRegion in computers.Where(computer => computer.PendingUpdate is null).GroupBy(computer => computer.RegionId))
        {
            var standing = await GrainFactory.GetGrain<IRegionGrain>(inRegion.Key.Value).ListStandingOffersAsync();
            foreach (var computer in inRegion)
            {
                isOffered |= standing.FirstOrDefault(offer => Applies(offer, computer)) is { } offer && await OfferAsync(computer, offer);
            }
        }

        return isOffered;
    }

    private static bool Applies(UpdateOffer offer, CloudComputer computer) =>
        offer.Target.IsNewerThan(computer.CurrentVersion) && (!offer.IsAutomatic || computer.ImageType is ImageType.Custom);

    // A computer that cannot be asked keeps nobody from logging on.
    private async Task<bool> OfferAsync(CloudComputer computer, UpdateOffer offer)
    {
        try
        {
            return offer.PushNumber > computer.PushNumber
                && await GrainFactory.GetComputer(computer.Id).OfferUpdateAsync(offer) is { Outcome: AnswerOutcome.Accepted };
        }
#pragma warning disable CA1031 // The next log-on offers it.
        catch (Exception error)
#pragma warning restore CA1031
        {
            LogNotOffered(computer.Id, error);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "{ComputerId} could not be offered a standing push; the next log-on tries again")]
    private partial void LogNotOffered(CloudComputerId computerId, Exception error);

    private async Task SaveAsync(EndUser user)
    {
        stored.State.Current = user;
        try
        {
            await stored.WriteStateAsync();
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }
    }
}
