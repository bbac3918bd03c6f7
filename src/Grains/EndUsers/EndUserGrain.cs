using System.Collections.Immutable;
using Wuying.Contracts;
using Wuying.Contracts.Answers;
using Wuying.Contracts.CloudComputers;
using Wuying.Contracts.EndUsers;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Regions;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.EndUsers;

namespace Wuying.Grains.EndUsers;

/// <summary>Owns what one user has seen. What they are told is written with the event it tells of, by the computer, in one transaction: nothing is told twice, and nothing is lost.</summary>
[GrainType(GrainTypes.EndUser)]
internal sealed class EndUserGrain(
    [PersistentState("user", FleetStorage.Name)] IPersistentState<Stored<EndUser>> stored,
    IFleetQueries queries) : Grain, IEndUserGrain
{
    private const int ComputersMax = 1_000;

    private UserId Id => new(this.GetPrimaryKeyString());

    private long SeenThrough => stored.State.Current?.SeenThrough ?? 0;

    public async Task<LogOn?> LogOnAsync()
    {
        var computers = await ListComputersAsync();
        var offered = await Task.WhenAll(computers.Where(computer => computer.PendingUpdate is null).Select(CatchUpAsync));
        var shown = await ShowAsync(offered.Contains(true) ? await ListComputersAsync() : computers);
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
    private async Task<bool> CatchUpAsync(CloudComputer computer)
    {
        var standing = await GrainFactory.GetGrain<IRegionGrain>(computer.RegionId.Value).GetStandingOfferAsync();
        return standing is not null && standing.PushNumber > computer.PushNumber && standing.Target.IsNewerThan(computer.CurrentVersion)
            && await GrainFactory.GetGrain<ICloudComputerGrain>(computer.Id.Value).OfferUpdateAsync(standing) is { Outcome: AnswerOutcome.Accepted };
    }

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
