using System.Globalization;

namespace Wuying.LoadTester.Nights;

/// <summary>Numbers of versions that were never published before: they begin with the run.</summary>
/// <param name="startedAt">When the run started.</param>
internal sealed class VersionNumbers(DateTimeOffset startedAt)
{
    private const int PartMax = 10_000;

    private readonly long _run = startedAt.ToUnixTimeSeconds();
    private int _last;

    /// <summary>The next one.</summary>
    /// <param name="now">The service's clock: when it is built.</param>
    public string Next(DateTimeOffset now) => string.Create(
        CultureInfo.InvariantCulture, $"{_run / PartMax % PartMax}.{_run % PartMax}.{_last++ % PartMax}-R-{now.UtcDateTime:yyyyMMdd.HHmmss}");
}
