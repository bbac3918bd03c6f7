namespace Wuying.Api.Hosting;

/// <summary>Where the grains live.</summary>
public enum SiloMode
{
    /// <summary>Never used.</summary>
    Unspecified = 0,
    /// <summary>In this process.</summary>
    Embedded = 1,
    /// <summary>In a cluster; this process is a client of it.</summary>
    Cluster = 2,
}
