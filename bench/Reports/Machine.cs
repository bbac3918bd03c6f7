using System.Globalization;
using System.Reflection;
using System.Runtime;
using System.Runtime.InteropServices;

namespace Wuying.Bench.Reports;

/// <summary>Where and with what a run took place.</summary>
/// <param name="Cores">Processors that this process may use.</param>
/// <param name="Processor">The processor's name, as far as the system tells.</param>
/// <param name="MemoryGigabytes">Memory that this process may use.</param>
/// <param name="System">The operating system.</param>
/// <param name="Runtime">The runtime.</param>
/// <param name="GarbageCollector">Which one.</param>
/// <param name="Program">The version of this program, with its commit.</param>
internal sealed record Machine(
    int Cores, string Processor, double MemoryGigabytes, string System, string Runtime, string GarbageCollector, string Program)
{
    private const string ProcessorFile = "/proc/cpuinfo";
    private const string ProcessorKey = "model name";
    private const double Gigabyte = 1_000_000_000;

    /// <summary>This one.</summary>
    public static Machine This { get; } = new(
        Environment.ProcessorCount,
        ProcessorName(),
        Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Gigabyte, 1),
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        GCSettings.IsServerGC ? "server" : "workstation",
        typeof(Machine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown");

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Cores} cores ({Processor}), {MemoryGigabytes:0.#} GB, {System}, {Runtime}, {GarbageCollector} GC, {Program}");

    private static string ProcessorName() => File.Exists(ProcessorFile)
        ? File.ReadLines(ProcessorFile).FirstOrDefault(line => line.StartsWith(ProcessorKey, StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? "unknown"
        : "unknown";
}
