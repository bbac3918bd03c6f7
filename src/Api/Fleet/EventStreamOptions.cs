using System.ComponentModel.DataAnnotations;

namespace Wuying.Api.Fleet;

/// <summary>How events are streamed.</summary>
public sealed class EventStreamOptions
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string SectionName = "Events";

    /// <summary>How often a stream with nothing to tell gives a sign of life, in the system's time; what stands between it and the reader may close it otherwise.</summary>
    /// <value>15 seconds unless set; from 1 to 20 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:20")]
    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromSeconds(15);
}
