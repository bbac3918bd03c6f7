using System.Globalization;
using Wuying.LoadTester.Service;

namespace Wuying.LoadTester.Nights;

/// <summary>One region's part of a night.</summary>
/// <param name="Region">The region.</param>
/// <param name="Version">What it is updated to.</param>
/// <param name="Date">The local day.</param>
/// <param name="ClosesAt">When its window closes.</param>
/// <param name="Operation">The request that asked for it, finished.</param>
internal sealed record RegionNight(string Region, string Version, string Date, DateTimeOffset ClosesAt, OperationView Operation)
{
    private static readonly string[] Final = ["succeeded", "failed", "missed"];

    /// <summary>Finds that every computer that has the update came to one end, and that the ledger has a place for each update.</summary>
    /// <returns>The day's counts, its places, and what is not as it should be.</returns>
    public async Task<(UpdateCountsView Counts, int Reserved, IReadOnlyList<string> Problems)> VerifyAsync(
        ServiceCalls calls, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        var ends = new Dictionary<string, int>(StringComparer.Ordinal);
        var open = 0;
        UpdateCountsView? counts = null;
        await foreach (var page in calls.ListUpdatesAsync(Region, Date, cancellationToken))
        {
            counts ??= page.Counts;
            foreach (var update in page.Items.Where(update => update.Version == Version && update.Method is "scheduled" && update.State is not "superseded"))
            {
                ends[update.ComputerId] = ends.GetValueOrDefault(update.ComputerId) + 1;
                open += update.State is "scheduled" or "waiting" or "running" ? 1 : 0;
            }
        }

        var reserved = 0;
        await foreach (var day in calls.ListQuotasAsync(Region, $"from={Date}&to={Date}", cancellationToken))
        {
            reserved = day.Reserved;
        }

        var placed = Final.Sum(state => counts?.ByState.GetValueOrDefault(state) ?? 0);
        Expect(Operation.Remaining == 0 && Operation.Accepted + Operation.Rejected == Operation.Total,
            $"of {Operation.Total} computers {Operation.Accepted} accepted and {Operation.Rejected} refused");
        Expect(ends.Count == Operation.Accepted, $"{Operation.Accepted} computers were given the update, and {ends.Count} have an outcome");
        Expect(ends.Values.All(count => count == 1), $"{ends.Values.Count(count => count != 1)} computers have more than one outcome");
        Expect(open == 0, $"{open} updates have not ended");
        Expect(reserved == placed, $"the ledger has {reserved} places taken, and there are {placed} updates to take one");
        return (counts ?? new UpdateCountsView(new Dictionary<string, long>(), new Dictionary<string, long>()), reserved, problems);

        void Expect(bool holds, FormattableString otherwise)
        {
            if (!holds)
            {
                problems.Add($"{Region} {Date}: {otherwise.ToString(CultureInfo.InvariantCulture)}.");
            }
        }
    }
}
