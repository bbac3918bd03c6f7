namespace Wuying.LoadTester.Service;

/// <summary>The updates of one day, with the counts of all of it.</summary>
internal sealed record UpdatesOfDayView(string Date, UpdateCountsView Counts, IReadOnlyList<UpdateView> Items, string? NextCursor);
