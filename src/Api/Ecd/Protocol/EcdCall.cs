using Wuying.Api.Access;
using Wuying.Api.Ecd.Client;
using Wuying.Api.Hosting;
using Wuying.Api.Requests;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Regions;

namespace Wuying.Api.Ecd.Protocol;

/// <summary>What an action knows beside its request: who calls, about which region, and whom to ask.</summary>
/// <param name="context">The request of HTTP.</param>
/// <param name="caller">Who calls.</param>
/// <param name="region">The region, for actions about one.</param>
/// <param name="login">The end user, for actions of those who have logged on.</param>
internal sealed class EcdCall(HttpContext context, Caller caller, Region? region, Login? login)
{
    public HttpContext Context => context;

    public Caller Caller => caller;

    public Cluster Cluster { get; } = context.RequestServices.GetRequiredService<Cluster>();

    /// <summary>The region that the request names.</summary>
    public Region Region => region ?? throw new InvalidOperationException("The request is about no region.");

    /// <summary>The end user who calls.</summary>
    public UserId User => login?.User ?? throw new InvalidOperationException("Nobody has logged on.");

    public string RequestedBy => context.RequestedBy();

    public T Service<T>()
        where T : notnull => context.RequestServices.GetRequiredService<T>();

    public string NewId(string prefix, int number = 0) => context.NewId(prefix, number);

    /// <summary>A computer of the region that the caller may know of; null when there is none.</summary>
    public async Task<CloudComputer?> FindComputerAsync(string? id) =>
        RouteIds.IsId(id) && await Cluster.Computer(new CloudComputerId(id!)).GetAsync() is { } computer && IsKnown(computer) ? computer : null;

    private bool IsKnown(CloudComputer computer) =>
        computer.Status is not CloudComputerStatus.Deleted
        && (region is null || computer.RegionId == region.Id)
        && (login is null || computer.AssignedUserIds.Contains(login.User));
}
