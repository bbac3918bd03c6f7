using Wuying.Contracts.Requests;

namespace Wuying.Grains.Tests;

public sealed class R32_Repeating_a_request : FleetTests
{
    private static readonly RecordedAnswer Done = new(202, "application/json", "/api/v1/operations/op-1", [1, 2, 3]);

    private IRecordedRequestGrain Request => Fleet.Grains.GetGrain<IRecordedRequestGrain>("operator/nightly");

    [Fact]
    public async Task Gives_the_first_answer_again_even_after_a_restart()
    {
        await GoAheadAsync("a");
        await Request.CompleteAsync(Done);
        await RestartAsync();

        var repeated = await Request.BeginAsync("a");
        Assert.Equal(RecordedRequestState.Answered, repeated.State);
        Assert.Equal(Done.Body, repeated.Answer!.Body);
        await IsAsync(RecordedRequestState.Mismatch, "b");
    }

    [Fact]
    public async Task Waits_while_the_first_is_carried_out()
    {
        await GoAheadAsync("a");
        await IsAsync(RecordedRequestState.InProgress, "a");
        await IsAsync(RecordedRequestState.Mismatch, "b");
    }

    [Fact]
    public async Task After_a_crash_goes_ahead_as_the_same_request()
    {
        var nonce = await GoAheadAsync("a");
        await RestartAsync();

        await IsAsync(RecordedRequestState.Mismatch, "b");
        Assert.Equal(nonce, await GoAheadAsync("a"));
        await IsAsync(RecordedRequestState.InProgress, "a");
    }

    [Fact]
    public async Task Goes_ahead_as_the_same_request_when_nothing_was_heard_of_the_first()
    {
        var nonce = await GoAheadAsync("a");
        Fleet.SystemClock.Ahead = TimeSpan.FromMinutes(5);
        Assert.Equal(nonce, await GoAheadAsync("a"));
    }

    [Fact]
    public async Task Goes_ahead_as_the_same_request_when_the_outcome_of_the_first_is_unknown()
    {
        var nonce = await GoAheadAsync("a");
        await Request.AbandonAsync();

        await IsAsync(RecordedRequestState.Mismatch, "b");
        Assert.Equal(nonce, await GoAheadAsync("a"));
        await Request.CompleteAsync(Done);
        await IsAsync(RecordedRequestState.Answered, "a");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_a_day_is_another_request(bool isAnswered)
    {
        var nonce = await GoAheadAsync("a");
        await (isAnswered ? Request.CompleteAsync(Done) : Request.AbandonAsync());
        Fleet.SystemClock.Ahead = TimeSpan.FromHours(24) + TimeSpan.FromMinutes(1);

        Assert.NotEqual(nonce, await GoAheadAsync("b"));
        await IsAsync(RecordedRequestState.Mismatch, "a");
    }

    [Fact]
    public async Task Is_the_same_request_for_nearly_a_day()
    {
        var nonce = await GoAheadAsync("a");
        Fleet.SystemClock.Ahead = TimeSpan.FromHours(23);
        Assert.Equal(nonce, await GoAheadAsync("a"));
    }

    [Fact]
    public async Task Under_another_key_is_another_request()
    {
        await GoAheadAsync("a");
        Assert.Equal(RecordedRequestState.GoAhead, (await Fleet.Grains.GetGrain<IRecordedRequestGrain>("operator/weekly").BeginAsync("b")).State);
    }

    private async Task<string> GoAheadAsync(string fingerprint)
    {
        var begun = await Request.BeginAsync(fingerprint);
        Assert.Equal(RecordedRequestState.GoAhead, begun.State);
        return begun.Nonce ?? throw new InvalidOperationException("Who may go ahead is given a nonce.");
    }

    private async Task IsAsync(RecordedRequestState state, string fingerprint) => Assert.Equal(state, (await Request.BeginAsync(fingerprint)).State);
}
