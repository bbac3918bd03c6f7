using Wuying.Harness;

namespace Wuying.Simulation.Tests.Nights;

// Seeds of 30 nights each, in two classes so that two run side by side.
#pragma warning disable MA0048

public sealed class Seeded_nights_of_odd_seeds
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, SeededNights.Seeds / 2).Select(number => (2 * number) + 1)];

    [Theory, MemberData(nameof(Seeds))]
    public Task Hold_every_invariant_after_every_event(int seed) => SeededNights.HoldAsync(seed);
}

public sealed class Seeded_nights_of_even_seeds
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, SeededNights.Seeds / 2).Select(number => 2 * number)];

    [Theory, MemberData(nameof(Seeds))]
    public Task Hold_every_invariant_after_every_event(int seed) => SeededNights.HoldAsync(seed);
}

internal static class SeededNights
{
    public static int Seeds { get; } = TestLength.Of(10, 50);

    // Lives in which something never happens would prove nothing about it: these happen in every life, of the others at most one is missing.
    private static readonly string[] InEveryLife =
    [
        "offerAccepted", "offerDeclined", "pushStarted", "snapshotFailed", "updateMissed", "updateSucceeded", "updateSuperseded", "userConnected",
    ];

    private static readonly string[] InMost = ["imageUpdateStarted", "offerWithdrawn", "operationFailed", "updateCancelled", "updateFailed"];

    public static async Task HoldAsync(int seed)
    {
        var checker = await new SeededLife(seed).LiveAsync();

        Assert.Empty(checker.Violations);
        Assert.All(InEveryLife, kind => Assert.True(checker.Kinds.ContainsKey(kind), $"Seed {seed} had no {kind}: {string.Join(", ", checker.Kinds)}"));
        Assert.True(InMost.Count(checker.Kinds.ContainsKey) >= InMost.Length - 1, $"Seed {seed} exercised little: {string.Join(", ", checker.Kinds)}");
    }
}
