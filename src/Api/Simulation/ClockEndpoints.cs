using Microsoft.AspNetCore.Http.HttpResults;
using Wuying.Api.Hosting;
using Wuying.Api.Problems;
using Wuying.Contracts.Simulation;
using Wuying.Domain.Decisions;

namespace Wuying.Api.Simulation;

/// <summary>The clock that the whole service lives by.</summary>
internal static class ClockEndpoints
{
    /// <summary>The furthest that one request advances.</summary>
    private static readonly TimeSpan AdvanceMax = TimeSpan.FromDays(366);

    public static void MapClock(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/simulation/clock").WithTags("Simulation");
        group.MapGet("/", GetAsync).WithName("GetClock").WithSummary("What the clock shows")
            .WithDescription("lagSeconds: how far it is behind its rate, because it waits for work.");
        group.MapPatch("/", SteerAsync).WithName("SteerClock").WithSummary("Changes rate or pause of a simulated clock")
            .WithDescription("Refused on a real clock.");
        group.MapPost("/advance", AdvanceAsync).WithName("AdvanceClock").WithSummary("Moves a simulated clock forward")
            .WithDescription("By a duration or to an instant, at most 366 days. Answers once the clock is there and all work due until then is done.");
    }

    private static async Task<Ok<ClockResponse>> GetAsync(Cluster cluster) =>
        TypedResults.Ok(ClockResponse.From(await cluster.Simulation.GetClockAsync()));

    private static async Task<Results<Ok<ClockResponse>, ProblemHttpResult>> SteerAsync(SteerClockRequest request, Cluster cluster) =>
        ToResult(await cluster.Simulation.SteerAsync(request.Rate, request.Paused));

    private static async Task<Results<Ok<ClockResponse>, ProblemHttpResult>> AdvanceAsync(AdvanceClockRequest request, Cluster cluster)
    {
        var now = await cluster.GetNowAsync();
        var errors = new InputErrors();
        var to = ReadTarget(request, now, errors);
        return errors.IsEmpty ? ToResult(await cluster.Simulation.AdvanceAsync(to)) : errors.ToProblem();
    }

    private static DateTimeOffset ReadTarget(AdvanceClockRequest request, DateTimeOffset now, InputErrors errors)
    {
        if ((request.By is null) == (request.To is null))
        {
            errors.Add("by", "Either by or to is needed, not both.");
            return now;
        }

        var by = request.To - now ?? TimeSpan.Zero;
        if (request.By is not null && !Durations.TryParse(request.By, out by))
        {
            errors.Add("by", "An ISO 8601 duration of days, hours, minutes and seconds, such as PT6H.");
        }
        else if (by < TimeSpan.Zero || by > AdvanceMax)
        {
            errors.Add(request.By is null ? "to" : "by", $"Not before now, and at most {AdvanceMax.TotalDays} days ahead.");
        }

        return errors.IsEmpty ? now + by : now;
    }

    private static Results<Ok<ClockResponse>, ProblemHttpResult> ToResult(ClockView? view) => view is null
        ? RejectionProblems.Problem(RejectionCode.InvalidRequest, "The clock is the system's and cannot be steered.", StatusCodes.Status409Conflict)
        : TypedResults.Ok(ClockResponse.From(view));
}
