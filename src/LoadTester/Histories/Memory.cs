using System.Diagnostics;

namespace Wuying.LoadTester.Histories;

/// <summary>What this program itself costs.</summary>
internal static class Memory
{
    private const double BytesPerMegabyte = 1_000_000;

    /// <summary>The most that was resident so far, in megabytes.</summary>
    public static double PeakMegabytes
    {
        get
        {
            using var self = Process.GetCurrentProcess();
            return self.PeakWorkingSet64 / BytesPerMegabyte;
        }
    }
}
