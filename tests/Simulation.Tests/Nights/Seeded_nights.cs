namespace Wuying.Simulation.Tests.Nights;

// 20 seeds of 10 nights each, in two classes so that two run side by side.
#pragma warning disable MA0048

public sealed class Seeded_nights_of_odd_seeds
{
    public static TheoryData<int> Seeds => [1, 3, 5, 7, 9, 11, 13, 15, 17, 19];

    [Theory, MemberData(nameof(Seeds))]
    public Task Hold_every_invariant_after_every_event(int seed) => SeededNights.HoldAsync(seed);
}

public sealed class Seeded_nights_of_even_seeds
{
    public static TheoryData<int> Seeds => [2, 4, 6, 8, 10, 12, 14, 16, 18, 20];

    [Theory, MemberData(nameof(Seeds))]
    public Task Hold_every_invariant_after_every_event(int seed) => SeededNights.HoldAsync(seed);
}

internal static class SeededNights
{
    public static async Task HoldAsync(int seed)
    {
        var checker = await new SeededLife(seed).LiveAsync();

        Assert.Empty(checker.Violations);
        Assert.True(checker.EndedBy.GetValueOrDefault("updateSucceeded") > 5, $"Seed {seed} exercised little: {string.Join(", ", checker.EndedBy)}");
        Assert.True(checker.EndedBy.GetValueOrDefault("updateMissed") > 0, $"Seed {seed} exercised little: {string.Join(", ", checker.EndedBy)}");
    }
}
