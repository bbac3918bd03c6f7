using System.Globalization;
using Wuying.Domain.CloudComputers;
using Wuying.Harness;

namespace Wuying.Bench.Hosting;

/// <summary>Computers by number: running, free, on a custom image of one region, at the oldest version.</summary>
internal static class NumberedComputers
{
    /// <summary>The id of a number.</summary>
    public static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"ecd-{number:D6}");

    /// <summary>The first so many.</summary>
    public static IEnumerable<CloudComputer> First(int count) => Enumerable.Range(0, count).Select(number => A.Computer(IdOf(number)));
}
