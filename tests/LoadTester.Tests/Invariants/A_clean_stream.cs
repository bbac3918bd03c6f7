namespace Wuying.LoadTester.Tests.Invariants;

public sealed class A_clean_stream
{
    [Theory]
    [InlineData("life.ndjson")]
    [InlineData("moved.ndjson")]
    public async Task Breaks_nothing(string name)
    {
        var check = await RecordedStream.Load(name).CheckAsync(allEnded: true);

        Assert.Empty(check.Violations);
        Assert.True(check.LedgersCompared > 0 && check.UsersCompared > 0, $"{check.LedgersCompared} ledgers, {check.UsersCompared} users");
    }

    [Fact]
    public async Task Has_all_that_is_needed_to_break_it()
    {
        var check = await RecordedStream.Load("life.ndjson").CheckAsync();

        string[] needed =
        [
            "computerRegistered", "computerReimported", "computerDeleted", "imageUpdateStarted", "offerAccepted", "offerDeclined", "offerWithdrawn",
            "operationStarted", "pushStopped", "snapshotCompleted", "updateCancelled", "updateDelayed", "updateFailed", "updateMissed", "updateOffered",
            "updateRequested", "updateStarted", "updateSucceeded", "updateSuperseded", "userConnected", "userDisconnected",
        ];
        Assert.Empty(needed.Except(check.Kinds.Keys));
        Assert.Equal(["The history was read from its first event: every computer and every update is known from its beginning."], check.Assumptions);
    }

    [Fact]
    public async Task Says_of_updates_that_came_with_an_import_what_is_not_known()
    {
        var check = await RecordedStream.Load("moved.ndjson").CheckAsync();

        Assert.Contains(check.Assumptions, sentence => sentence.Contains("updates were pending when their computer was imported", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Breaks_nothing_wherever_it_begins_when_older_events_are_gone()
    {
        var events = RecordedStream.Load("life.ndjson").Events.Count;
        for (var first = 1; first < events; first++)
        {
            var check = await RecordedStream.Load("life.ndjson").From(first).CheckAsync(allEnded: true);
            Assert.True(check.Violations.Count == 0, $"From event {first} on: {string.Join('\n', check.Violations)}");
            Assert.Contains("The history does not begin with its first event", check.Assumptions[0], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Breaks_much_when_it_is_taken_for_whole_and_is_not()
    {
        var stream = RecordedStream.Load("life.ndjson");
        stream.Events.RemoveRange(0, stream.Events.Count / 2);

        Assert.NotEmpty((await stream.CheckAsync()).Violations);
    }
}
