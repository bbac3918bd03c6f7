using Microsoft.AspNetCore.Http.HttpResults;
using Wuying.Api.CloudComputers;
using Wuying.Api.Hosting;
using Wuying.Api.Updates;
using Wuying.Domain.CloudComputers;

namespace Wuying.Api.Access;

/// <summary>Sees to it that a key for some regions finds nothing of others: what a request is about is then answered as if it were not there. Images look for themselves, because the same id may be in several regions.</summary>
internal sealed class RegionsOfItems(Cluster cluster)
{
    /// <summary>The answer when the computer or the operation of a request's path is in a region that the caller does not see; null otherwise.</summary>
    public async Task<ProblemHttpResult?> RefuseAsync(HttpContext context, Caller caller)
    {
        if (IdOf(context, "computerId") is { } computerId)
        {
            return await cluster.Computer(new CloudComputerId(computerId)).GetAsync() is { } computer && !caller.Sees(computer.RegionId)
                ? ComputerEndpoints.NotFound(computerId)
                : null;
        }

        return IdOf(context, "operationId") is { } operationId
            && await cluster.Queries.FindOperationAsync(operationId) is { } operation && !caller.Sees(operation.RegionId)
            ? OperationEndpoints.NotFound()
            : null;
    }

    private static string? IdOf(HttpContext context, string parameter) =>
        context.Request.RouteValues.TryGetValue(parameter, out var value) && value is string id && RouteIds.IsId(id) ? id : null;
}
