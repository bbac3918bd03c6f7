using System.Collections.Immutable;
using Wuying.Bench.Measuring;

namespace Wuying.Bench.CommandLine;

/// <summary>What the command line asks for.</summary>
/// <param name="Measurements">Which, in the order in which they are run.</param>
/// <param name="Settings">How.</param>
/// <param name="JsonFile">Where the results go besides; null for nowhere.</param>
internal sealed record BenchRequest(ImmutableArray<IMeasurement> Measurements, Settings Settings, FileInfo? JsonFile);
