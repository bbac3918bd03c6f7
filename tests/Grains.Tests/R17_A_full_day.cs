using Wuying.Contracts.Answers;
using Wuying.Domain.Decisions;
using Wuying.Domain.Updates;
using Wuying.Harness;

namespace Wuying.Grains.Tests;

public sealed class R17_A_full_day : FleetTests
{
    [Fact]
    public async Task Gives_exactly_its_last_50_places_to_200_concurrent_requests()
    {
        await Fleet.SetQuotaAsync(A.Hangzhou, 60);
        await Fleet.AddAsync(Enumerable.Range(1, 210).Select(number => A.Computer($"ecd-{number}")));
        var target = await Fleet.PublishAsync(A.Hangzhou, A.NewVersion);
        await AskAsync(target, Enumerable.Range(201, 10));

        var answers = await AskAsync(target, Enumerable.Range(1, 200));

        Assert.Equal(50, answers.Count(answer => answer.Outcome is AnswerOutcome.Accepted));
        Assert.All(answers.Where(answer => answer.Rejection is not null), answer =>
        {
            Assert.Equal(RejectionCode.DailyQuotaExceeded, answer.Rejection!.Code);
            Assert.Contains("2023-10-27", answer.Rejection.Message, StringComparison.Ordinal);
        });
        Assert.Equal(60, Assert.Single(await Fleet.Queries.ListQuotasAsync(A.Hangzhou, Tomorrow, Tomorrow)).Reserved);
    }

    [Fact]
    public async Task Still_lets_a_computer_change_its_version_in_its_own_place()
    {
        await Fleet.SetQuotaAsync(A.Hangzhou, 1);
        await Fleet.AddAsync([A.Computer("ecd-1"), A.Computer("ecd-2")]);
        await AskAsync(await Fleet.PublishAsync(A.Hangzhou, A.NewVersion), [1]);

        var newer = await Fleet.PublishAsync(A.Hangzhou, A.NewerVersion);

        Assert.Equal(Answer.Replaced, (await AskAsync(newer, [1]))[0]);
        Assert.Equal(RejectionCode.DailyQuotaExceeded, (await AskAsync(newer, [2]))[0].Rejection!.Code);
    }

    [Fact]
    public async Task Has_room_again_once_an_update_is_cancelled()
    {
        await Fleet.SetQuotaAsync(A.Hangzhou, 1);
        await Fleet.AddAsync([A.Computer("ecd-1"), A.Computer("ecd-2")]);
        var target = await Fleet.PublishAsync(A.Hangzhou, A.NewVersion);
        await AskAsync(target, [1]);

        Assert.Equal(Answer.Accepted, await Fleet.Computer("ecd-1").CancelUpdateAsync("test"));

        Assert.Equal(Answer.Accepted, (await AskAsync(target, [2]))[0]);
    }

    [Fact]
    public async Task Names_no_later_day_when_none_has_room()
    {
        await Fleet.SetQuotaAsync(A.Hangzhou, 0);
        await Fleet.AddAsync([A.Computer("ecd-1")]);

        var answer = (await AskAsync(await Fleet.PublishAsync(A.Hangzhou, A.NewVersion), [1]))[0];

        Assert.Equal(RejectionCode.DailyQuotaExceeded, answer.Rejection!.Code);
        Assert.Contains("no later day", answer.Rejection.Message, StringComparison.Ordinal);
    }

    private Task<Answer[]> AskAsync(UpdateTarget target, IEnumerable<int> numbers) =>
        Task.WhenAll(numbers.Select(number => Fleet.Computer($"ecd-{number}").RequestUpdateAsync(A.Scheduled(target, Tomorrow))));
}
