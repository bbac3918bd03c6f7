namespace Wuying.Api.Problems;

/// <summary>Makes every answer that is no success a problem.</summary>
internal static class ProblemExtensions
{
    public static IServiceCollection AddProblems(this IServiceCollection services)
    {
        services.AddProblemDetails(options => options.CustomizeProblemDetails = ProblemDefaults.Complete);
        services.AddSingleton<IProblemDetailsWriter, UnaskedProblemWriter>();
        services.AddExceptionHandler<BadRequestHandler>();
        services.AddExceptionHandler<ServiceFailureHandler>();
        return services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
    }

    public static IApplicationBuilder UseProblems(this IApplicationBuilder app) => app.UseExceptionHandler().UseStatusCodePages();
}
