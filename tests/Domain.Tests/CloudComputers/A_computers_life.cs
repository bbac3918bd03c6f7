using System.Collections.Concurrent;

namespace Wuying.Domain.Tests.CloudComputers;

/// <summary>R4, R7–R9, R12, R18–R23, R25–R28 together: thousands of random lives, every fact checked as it happens.</summary>
public sealed class A_computers_life
{
    private const int Lives = 3_000;

    /// <summary>An ordinary week, and weeks with a 23-hour and a 25-hour day in them.</summary>
    private static readonly (string Region, string From)[] Weeks =
    [
        ("cn-hangzhou", "2024-05-10T04:00:00Z"),
        ("eu-central-1", "2024-03-29T10:00:00Z"),
        ("eu-central-1", "2024-10-25T10:00:00Z"),
        ("us-west-1", "2024-03-08T20:00:00Z"),
        ("us-west-1", "2024-11-01T20:00:00Z"),
    ];

    [Fact]
    public void Keeps_the_rules_whatever_happens_in_whatever_order()
    {
        var seen = new ConcurrentDictionary<Type, int>();

        Gen.Select(Gen.OneOfConst(Weeks), Life.AnyDeed.Array[0, 80]).Sample(
            given =>
            {
                var life = new Life(ProductRegion.CalendarOf(new RegionId(given.Item1.Region)), Given.Utc(given.Item1.From));
                Array.ForEach(given.Item2, life.Do);
                life.Settle();
                life.Kinds.ToList().ForEach(kind => seen.AddOrUpdate(kind, 1, (_, count) => count + 1));
            },
            iter: Lives,
            print: given => $"{given.Item1}: {string.Join(' ', given.Item2)}");

        // Lives in which something never happens would prove nothing about it.
        var kinds = typeof(CloudComputerEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CloudComputerEvent)));
        Assert.All(kinds, kind => Assert.True(seen.ContainsKey(kind), $"No life had a {kind.Name}."));
    }
}
