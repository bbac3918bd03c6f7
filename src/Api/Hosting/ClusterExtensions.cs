namespace Wuying.Api.Hosting;

/// <summary>Connects the Api to the grains. The one place where hosting plugs in.</summary>
internal static class ClusterExtensions
{
    /// <summary>Puts the silo into this process, or makes this process a client of a cluster; either gives the Api its <see cref="IGrainFactory"/>.</summary>
    public static WebApplicationBuilder AddWuyingCluster(this WebApplicationBuilder builder, ProgramOptions options)
    {
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<Cluster>();
        return builder;
    }
}
