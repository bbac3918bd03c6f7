using System.Collections.Immutable;
using Wuying.Contracts.Fleet;
using Wuying.Domain.Decisions;
using Wuying.Domain.Updates;

namespace Wuying.WebConsole.Nights;

/// <summary>A night of scheduled updates, added up: what its page shows.</summary>
/// <param name="Day">The region's day.</param>
/// <param name="Window">When updates may run.</param>
/// <param name="Planned">Updates that were, or are, to run in it; cancelled and replaced ones do not count.</param>
/// <param name="WithSnapshot">Of these, those whose snapshot is there.</param>
/// <param name="Started">Those whose machine has begun.</param>
/// <param name="Waiting">Those that something stands against, so far.</param>
/// <param name="Running">Those being updated.</param>
/// <param name="Succeeded">Those that are done.</param>
/// <param name="Failed">Those that failed.</param>
/// <param name="Missed">Those that never started.</param>
/// <param name="Others">Updates of the same day that were not scheduled: at once, or accepted by end users.</param>
/// <param name="Reasons">What stood against those that wait, were missed or failed; the most frequent first.</param>
/// <param name="Slots">How it went, slot by slot, from the window's beginning to its end.</param>
public sealed record Night(
    DateOnly Day, UpdateWindow Window, long Planned, long WithSnapshot, long Started, long Waiting, long Running, long Succeeded, long Failed, long Missed,
    long Others, ImmutableArray<KeyValuePair<RejectionCode, long>> Reasons, ImmutableArray<NightSlot> Slots)
{
    /// <summary>How finely its times are told apart.</summary>
    public static readonly TimeSpan SlotLength = TimeSpan.FromMinutes(5);

    /// <summary>Adds it up.</summary>
    public static Night Of(DateOnly day, UpdateWindow window, IReadOnlyCollection<UpdateGroup> groups)
    {
        var planned = groups.Where(group => group.Method is UpdateMethod.Scheduled && IsPlanned(group.State)).ToList();
        return new Night(
            day,
            window,
            planned.Sum(group => group.Count),
            Count(planned, group => group.HasSnapshot),
            Count(planned, group => group.StartedIn is not null),
            Count(planned, group => group.State is UpdateRowState.Waiting),
            Count(planned, group => group.State is UpdateRowState.Running),
            Count(planned, group => group.State is UpdateRowState.Succeeded),
            Count(planned, group => group.State is UpdateRowState.Failed),
            Count(planned, group => group.State is UpdateRowState.Missed),
            Count(groups, group => group.Method is not UpdateMethod.Scheduled && IsPlanned(group.State)),
            ReasonsOf(planned),
            [.. SlotsOf(window, planned)]);
    }

    private static bool IsPlanned(UpdateRowState state) =>
        state is not (UpdateRowState.Unspecified or UpdateRowState.Offered or UpdateRowState.Cancelled or UpdateRowState.Superseded);

    private static long Count(IEnumerable<UpdateGroup> groups, Func<UpdateGroup, bool> which) => groups.Where(which).Sum(group => group.Count);

    private static ImmutableArray<KeyValuePair<RejectionCode, long>> ReasonsOf(IEnumerable<UpdateGroup> planned) =>
    [
        .. planned.Where(group => group is { Reason: not null, State: UpdateRowState.Waiting or UpdateRowState.Missed or UpdateRowState.Failed })
            .GroupBy(group => group.Reason!.Value)
            .Select(group => KeyValuePair.Create(group.Key, group.Sum(part => part.Count)))
            .OrderByDescending(reason => reason.Value).ThenBy(reason => reason.Key),
    ];

    private static IEnumerable<NightSlot> SlotsOf(UpdateWindow window, List<UpdateGroup> planned)
    {
        var slot = new NightSlot(window.StartsAt, 0, 0, 0);
        while (slot.Until < window.EndsAt)
        {
            // What ended in the last moment of the window is written a little later.
            var isLast = slot.Until + SlotLength >= window.EndsAt;
            var now = slot.Until;
            slot = new NightSlot(
                now + SlotLength,
                slot.Started + Count(planned, group => IsIn(group.StartedIn, now, isLast)),
                slot.Succeeded + Count(planned, group => group.State is UpdateRowState.Succeeded && IsIn(group.FinishedIn, now, isLast)),
                slot.Failed + Count(planned, group => group.State is UpdateRowState.Failed && IsIn(group.FinishedIn, now, isLast)));
            yield return slot;
        }
    }

    private static bool IsIn(DateTimeOffset? at, DateTimeOffset slot, bool isLast) => at >= slot && (isLast || at < slot + SlotLength);
}
