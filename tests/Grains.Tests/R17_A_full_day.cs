using Wuying.Contracts.Answers;
using Wuying.Contracts.Regions;
using Wuying.Domain.Decisions;
using Wuying.Domain.Updates;
using Wuying.Harness;

namespace Wuying.Grains.Tests;

public sealed class R17_A_full_day : IAsyncLifetime
{
    private static readonly DateTimeOffset Afternoon = DateTimeOffset.Parse("2023-10-25T07:00:00Z");
    private static readonly DateOnly Tomorrow = new(2023, 10, 26);

    private readonly TemporaryFolder _folder = new();
    private TestFleet _fleet = null!;

    public async ValueTask InitializeAsync() => _fleet = await TestFleet.StartAsync(_folder.File("fleet.db"), Afternoon);

    public async ValueTask DisposeAsync()
    {
        await _fleet.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Gives_exactly_its_last_50_places_to_200_concurrent_requests()
    {
        await SetQuotaAsync(60);
        await _fleet.AddAsync(Enumerable.Range(1, 210).Select(number => A.Computer($"ecd-{number}")));
        var target = await _fleet.PublishAsync(A.Hangzhou, A.NewVersion);
        await AskAsync(target, Enumerable.Range(201, 10));

        var answers = await AskAsync(target, Enumerable.Range(1, 200));

        Assert.Equal(50, answers.Count(answer => answer.Outcome is AnswerOutcome.Accepted));
        Assert.All(answers.Where(answer => answer.Rejection is not null), answer =>
        {
            Assert.Equal(RejectionCode.DailyQuotaExceeded, answer.Rejection!.Code);
            Assert.Contains("2023-10-27", answer.Rejection.Message, StringComparison.Ordinal);
        });
        Assert.Equal(60, Assert.Single(await _fleet.Queries.ListQuotasAsync(A.Hangzhou, Tomorrow, Tomorrow)).Reserved);
    }

    [Fact]
    public async Task Still_lets_a_computer_change_its_version_in_its_own_place()
    {
        await SetQuotaAsync(1);
        await _fleet.AddAsync([A.Computer("ecd-1"), A.Computer("ecd-2")]);
        await AskAsync(await _fleet.PublishAsync(A.Hangzhou, A.NewVersion), [1]);

        var newer = await _fleet.PublishAsync(A.Hangzhou, A.NewerVersion);

        Assert.Equal(Answer.Replaced, (await AskAsync(newer, [1]))[0]);
        Assert.Equal(RejectionCode.DailyQuotaExceeded, (await AskAsync(newer, [2]))[0].Rejection!.Code);
    }

    [Fact]
    public async Task Has_room_again_once_an_update_is_cancelled()
    {
        await SetQuotaAsync(1);
        await _fleet.AddAsync([A.Computer("ecd-1"), A.Computer("ecd-2")]);
        var target = await _fleet.PublishAsync(A.Hangzhou, A.NewVersion);
        await AskAsync(target, [1]);

        Assert.Equal(Answer.Accepted, await _fleet.Computer("ecd-1").CancelUpdateAsync("test"));

        Assert.Equal(Answer.Accepted, (await AskAsync(target, [2]))[0]);
    }

    private Task SetQuotaAsync(int limit) =>
        _fleet.Grains.GetGrain<IRegionGrain>(A.Hangzhou.Value).ChangeAsync(null, limit, "test");

    private Task<Answer[]> AskAsync(UpdateTarget target, IEnumerable<int> numbers) =>
        Task.WhenAll(numbers.Select(number => _fleet.Computer($"ecd-{number}").RequestUpdateAsync(A.Scheduled(target, Tomorrow))));
}
