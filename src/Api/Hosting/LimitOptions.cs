using System.ComponentModel.DataAnnotations;

namespace Wuying.Api.Hosting;

/// <summary>What a single caller may cost the web server.</summary>
public sealed class LimitOptions
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string SectionName = "Limits";

    /// <summary>The largest body, in bytes; imports are streamed and have no limit.</summary>
    /// <value>4,194,304 unless set; from 65,536 to 1,073,741,824.</value>
    [Range(65_536, 1_073_741_824)]
    public int BodyBytesMax { get; set; } = 4 * 1024 * 1024;

    /// <summary>How long the headers of a request may take to arrive.</summary>
    /// <value>15 seconds unless set; from 1 second to 5 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan HeadersTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How slowly a body may arrive, in bytes a second, once five seconds have passed; slower ones are given up.</summary>
    /// <value>240 unless set; 0 for no limit; to 1,048,576.</value>
    [Range(0, 1_048_576)]
    public int BodyBytesPerSecondMin { get; set; } = 240;

    /// <summary>How long a connection may stay open without a request.</summary>
    /// <value>130 seconds unless set; from 1 second to an hour.</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromSeconds(130);

    /// <summary>Connections at the same time; the next ones are closed at once.</summary>
    /// <value>10,000 unless set; from 1 to 1,000,000.</value>
    [Range(1, 1_000_000)]
    public int ConnectionsMax { get; set; } = 10_000;
}
