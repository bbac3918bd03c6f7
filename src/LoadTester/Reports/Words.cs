using System.Globalization;
using System.Text.Json;
using Wuying.LoadTester.Invariants;
using Wuying.LoadTester.Runs;
using Wuying.LoadTester.Service;

namespace Wuying.LoadTester.Reports;

/// <summary>Things as reports write them.</summary>
internal static class Words
{
    /// <summary>Where a figure comes from.</summary>
    public static string Of(Origin origin) => origin switch
    {
        Origin.Measured => "measured",
        Origin.Simulated => "simulated",
        Origin.Configured => "configured",
        _ => throw new ArgumentOutOfRangeException(nameof(origin), origin, "A figure comes from somewhere."),
    };

    /// <summary>An event in one line.</summary>
    public static string Of(HistoryEvent told) => string.Create(
        CultureInfo.InvariantCulture,
        $"event {told.Sequence}, {Instants.Text(told.At)}, {told.Subject} {told.SubjectId} in {told.RegionId}: {told.Kind} by {told.RequestedBy} {told.Data.GetRawText()}; before {Text(told.Before)}; after {Text(told.After)}");

    private static string Text(JsonElement? state) => state is { } json ? json.GetRawText() : "nothing";
}
