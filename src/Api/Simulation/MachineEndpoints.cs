using Microsoft.AspNetCore.Http.HttpResults;
using Wuying.Api.Hosting;
using Wuying.Api.Requests;

namespace Wuying.Api.Simulation;

/// <summary>What the simulated machines do.</summary>
internal static class MachineEndpoints
{
    public static void MapSimulatedMachines(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/simulation/machines").WithTags("Simulation");
        group.MapGet("/", GetAsync).WithName("GetSimulatedMachines").WithSummary("What the simulated machines do")
            .WithDescription("The program's options hold until something is changed here; what was changed is stored, and holds over them.");
        group.MapPatch("/", ChangeAsync).WithName("ChangeSimulatedMachines").WithSummary("Changes what the simulated machines do")
            .WithDescription("Holds at once for whatever the machines have not answered yet, in the whole cluster and after a restart. The same seed and rates give the same outcomes. Simulated users keep the program's seed.");
    }

    private static async Task<Ok<MachinesResponse>> GetAsync(Cluster cluster) =>
        TypedResults.Ok(MachinesResponse.From(await cluster.SimulatedMachines.GetAsync()));

    private static async Task<Ok<MachinesResponse>> ChangeAsync(ChangeMachinesRequest request, Cluster cluster, HttpContext context) =>
        TypedResults.Ok(MachinesResponse.From(await cluster.SimulatedMachines.ChangeAsync(request.ToChange(), context.RequestedBy())));
}
