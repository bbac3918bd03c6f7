using System.Text.Json.Serialization;

namespace Wuying.LoadTester.Runs;

/// <summary>Where a figure comes from. A reader must not take one for another.</summary>
internal enum Origin
{
    /// <summary>Never used.</summary>
    Unspecified = 0,
    /// <summary>Measured here, in real time.</summary>
    [JsonStringEnumMemberName("measured")]
    Measured = 1,
    /// <summary>What the service's simulated machines, users or clock brought about.</summary>
    [JsonStringEnumMemberName("simulated")]
    Simulated = 2,
    /// <summary>Given on the command line, or its default.</summary>
    [JsonStringEnumMemberName("configured")]
    Configured = 3,
}
