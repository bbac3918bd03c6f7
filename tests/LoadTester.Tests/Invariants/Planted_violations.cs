namespace Wuying.LoadTester.Tests.Invariants;

public sealed class Planted_violations
{
    public static TheoryData<string> All => [.. Plants.All.Keys];

    [Theory, MemberData(nameof(All))]
    public async Task Are_caught_and_named_with_the_events_that_prove_them(string plant)
    {
        var (rule, says, tamper) = Plants.All[plant];
        var planted = Plants.All[plant];
        var stream = RecordedStream.Load("life.ndjson");
        stream = planted.IsInLedgers ? stream : stream.WithoutLedgers();
        tamper(stream);

        var check = await (rule == "continuity" ? stream : stream.Rechained()).CheckAsync(planted.ShowsAtTheEnd);

        Assert.Null(check.BrokenOff);
        Assert.Contains(check.Violations, violation => violation.Rule == rule && violation.What.Contains(says, StringComparison.Ordinal));
        Assert.DoesNotContain(check.Violations, violation => violation.Rule != rule && !planted.With.Contains(violation.Rule));
        Assert.All(check.Violations.SelectMany(violation => violation.Sequences), sequence => Assert.Contains(sequence, check.Evidence));
        Assert.True(planted.IsInLedgers || check.Violations.All(violation => violation.Sequences.Count > 0));
    }
}
