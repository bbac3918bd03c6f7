using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Wuying.Contracts.Answers;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Updates;
using Wuying.Harness;

namespace Wuying.Grains.Tests;

/// <summary>Two nights in which all kinds of things go wrong: each computer's answer, the day's list and its counts say the same.</summary>
public sealed class R33_Why_not : FleetTests
{
    private const int Plain = 24;

    private static readonly string[] Asked =
    [
        .. Enumerable.Range(1, Plain).Select(number => string.Create(CultureInfo.InvariantCulture, $"ecd-{number:D2}")),
        "ecd-cancelled", "ecd-changed", "ecd-connected", "ecd-moved", "ecd-stopped",
    ];

    protected override (string Key, string Value)[] Settings => [("Simulation:UpdateFailureRate", "0.3"), ("Simulation:SnapshotFailureRate", "0.5")];

    [Fact]
    public async Task Has_one_answer_for_every_computer_and_every_night()
    {
        await PrepareAsync();
        await Fleet.AdvanceAsync(Morning);
        var first = await SeeNightAsync(Tomorrow);
        Assert.Equal(
            [
                RejectionCode.CancelledByRequest, RejectionCode.ComputerConnected, RejectionCode.ComputerNotRunning,
                RejectionCode.Superseded, RejectionCode.UpdateFailed, null,
            ],
            first.Values.Select(update => update.Reason).Distinct().OrderBy(reason => reason?.ToString() ?? "~", StringComparer.Ordinal));

        var newer = await Fleet.PublishAsync(A.Hangzhou, A.NewerVersion);
        foreach (var id in Asked)
        {
            Assert.Null((await AskAsync(id, newer, Tomorrow.AddDays(1))).Rejection);
        }

        await Fleet.AdvanceAsync(Morning.AddDays(1));
        var second = await SeeNightAsync(Tomorrow.AddDays(1));

        // A faulted computer of the first night does not run in the second; and the first night is what it was.
        Assert.All(first.Values.Where(update => update.Reason is RejectionCode.UpdateFailed), update =>
            Assert.Equal(RejectionCode.ComputerNotRunning, second[update.ComputerId.Value].Reason));
        Assert.Equivalent(first, await ReadNightAsync(Tomorrow));
        Assert.Equal(RejectionCode.Superseded, first["ecd-moved"].Reason);
    }

    [Fact]
    public async Task Has_an_answer_while_the_night_is_not_over()
    {
        await PrepareAsync();
        await Fleet.AdvanceAsync(DateTimeOffset.Parse("2023-10-25T16:02:00Z"));

        var computer = await Fleet.FindAsync("ecd-connected");
        var night = await ReadNightAsync(Tomorrow);

        Assert.Equal((PendingUpdateState.Waiting, RejectionCode.ComputerConnected), (computer.PendingUpdate!.State, computer.PendingUpdate.Reason!.Value));
        Assert.Equal((UpdateRowState.Waiting, RejectionCode.ComputerConnected), (night["ecd-connected"].State, night["ecd-connected"].Reason!.Value));
        Assert.All(night.Values.Where(update => update.State is UpdateRowState.Waiting), update => Assert.NotNull(update.Reason));
    }

    private async Task PrepareAsync()
    {
        await Fleet.AddAsync(Asked.Select(id => id switch
        {
            "ecd-connected" => A.Computer(id) with { Session = new UserSession(A.UserOf(id), Afternoon) },
            "ecd-stopped" => A.Computer(id, CloudComputerStatus.Stopped),
            _ => A.Computer(id),
        }));
        var target = await Fleet.PublishAsync(A.Hangzhou, A.NewVersion);
        foreach (var id in Asked)
        {
            Assert.Equal(Answer.Accepted, await AskAsync(id, target, Tomorrow));
        }

        Assert.Equal(Answer.Accepted, await Fleet.Computer("ecd-cancelled").CancelUpdateAsync("test"));
        Assert.Equal(Answer.Replaced, await AskAsync("ecd-moved", target, Tomorrow.AddDays(1)));
        Assert.Equal(Answer.Replaced, await Fleet.Computer("ecd-changed").RequestUpdateAsync(A.Scheduled(target, Tomorrow, leadHours: 6)));
    }

    private Task<Answer> AskAsync(string id, UpdateTarget target, DateOnly day) => Fleet.Computer(id).RequestUpdateAsync(A.Scheduled(target, day));

    /// <summary>A night that is over, by computer: one answer each, the same everywhere.</summary>
    private async Task<Dictionary<string, UpdateRow>> SeeNightAsync(DateOnly night)
    {
        var answers = await ReadNightAsync(night);
        Assert.Equal(Asked, answers.Keys.Order(StringComparer.Ordinal));
        foreach (var (id, update) in answers)
        {
            Assert.Equal(update.State is UpdateRowState.Succeeded, update.Reason is null);
            Assert.True(update.Reason is null || (Enum.IsDefined(update.Reason.Value) && update.Reason is not RejectionCode.Unspecified));
            var last = (await Fleet.FindAsync(id)).LastUpdate!;
            Assert.Equal((update.UpdateId, update.State.ToString(), update.Reason), (last.UpdateId, last.Outcome.ToString(), last.Reason));
        }

        return answers;
    }

    /// <summary>A night's list, held against its counts. An update that another of the same night replaced is no answer of its own.</summary>
    private async Task<Dictionary<string, UpdateRow>> ReadNightAsync(DateOnly night)
    {
        var updates = await Fleet.Queries.ListUpdatesAsync(A.Hangzhou, night, null, null, null, 1_000);
        var all = updates.Page.Items;
        Assert.Equal(CountsOf(all, update => JsonNamingPolicy.CamelCase.ConvertName(update.State.ToString())), updates.ByState);
        Assert.Equal(CountsOf(all.Where(update => update.Reason is not null), update => update.Reason.ToString()!), updates.ByReason);
        foreach (var (reason, count) in updates.ByReason)
        {
            var listed = await Fleet.Queries.ListUpdatesAsync(A.Hangzhou, night, null, Enum.Parse<RejectionCode>(reason), null, 1_000);
            Assert.Equal(count, listed.Page.Items.Length);
        }

        return all.GroupBy(update => update.ComputerId.Value, StringComparer.Ordinal)
            .ToDictionary(of => of.Key, of => of.SingleOrDefault(update => update.State is not UpdateRowState.Superseded) ?? of.Single(), StringComparer.Ordinal);
    }

    private static ImmutableSortedDictionary<string, long> CountsOf(IEnumerable<UpdateRow> updates, Func<UpdateRow, string> key) => updates
        .CountBy(key, StringComparer.Ordinal)
        .ToImmutableSortedDictionary(pair => pair.Key, pair => (long)pair.Value, StringComparer.Ordinal);
}
