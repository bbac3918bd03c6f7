using System.Globalization;
using System.Runtime.InteropServices;

namespace Wuying.LoadTester.Runs;

/// <summary>The machine that this program runs on.</summary>
/// <param name="Cores">Logical processors.</param>
/// <param name="MemoryGigabytes">What it may use of the memory.</param>
/// <param name="System">The operating system.</param>
/// <param name="Processor">The kind of processor.</param>
/// <param name="Runtime">The runtime.</param>
/// <param name="IsTheServicesToo">True when the service is on the same machine, and shares all of this with the load.</param>
internal sealed record MachineFigures(int Cores, double MemoryGigabytes, string System, string Processor, string Runtime, bool IsTheServicesToo)
{
    private const double BytesPerGigabyte = 1 << 30;

    /// <summary>This one.</summary>
    public static MachineFigures Read(bool isTheServicesToo) => new(
        Environment.ProcessorCount,
        Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / BytesPerGigabyte, 1),
        RuntimeInformation.OSDescription,
        RuntimeInformation.ProcessArchitecture.ToString().ToLower(CultureInfo.InvariantCulture),
        RuntimeInformation.FrameworkDescription,
        isTheServicesToo);
}
