using System.Text;
using Wuying.LoadTester.Mixes;
using Wuying.LoadTester.Mornings;
using Wuying.LoadTester.Provisioning;
using Wuying.LoadTester.Service;

namespace Wuying.LoadTester.Tests.Load;

public sealed class The_same_seed
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Gives_the_same_mixture_but_for_its_keys()
    {
        Assert.Equal(Mix(seed: 7, Monday), Mix(seed: 7, Monday.AddDays(1)));
        Assert.NotEqual(Mix(seed: 7, Monday), Mix(seed: 8, Monday));
    }

    [Fact]
    public void Gives_a_mixture_of_all_that_has_a_weight_and_of_nothing_else()
    {
        var kinds = Mix(7, Monday, Weights.Parse("read=5,schedule=1,change=1,cancel=1,connect=2").Weights!).Select(request => request.Split(' ')[0]);

        Assert.Equal(["cancel", "change", "connect", "disconnect", "read", "schedule"], kinds.Distinct().Order());
    }

    [Fact]
    public void Gives_the_same_visits()
    {
        Assert.Equal(Visit(seed: 7), Visit(seed: 7));
        Assert.NotEqual(Visit(seed: 7), Visit(seed: 8));
    }

    [Fact]
    public void Lets_everybody_come_once_before_anybody_comes_twice()
    {
        var visits = Visit(seed: 7);

        Assert.Equal(50, visits.Take(50).Select(visit => visit.User).Distinct().Count());
        Assert.Equal(visits.Take(50).Select(visit => visit.User), visits.Skip(50).Take(50).Select(visit => visit.User));
    }

    [Fact]
    public void Gives_about_as_many_replies_of_each_kind_as_told()
    {
        var replies = Visit(seed: 7, count: 10_000).CountBy(visit => visit.Reply is null or "decline" or "now" ? visit.Reply ?? "none" : "later").ToDictionary();

        Assert.Equal(1_200, replies["now"], tolerance: 150);
        Assert.Equal(2_800, replies["later"], tolerance: 200);
        Assert.Equal(2_000, replies["decline"], tolerance: 200);
    }

    [Fact]
    public void Gives_the_same_fleet()
    {
        Assert.Equal(Fleet(seed: 7), Fleet(seed: 7));
        Assert.NotEqual(Fleet(seed: 7), Fleet(seed: 8));
        Assert.Equal(1_000, Fleet(seed: 7).Distinct().Count());
    }

    [Fact]
    public void Gives_about_as_many_computers_of_each_kind_as_told()
    {
        var computers = Plan(seed: 7, computers: 10_000);

        Assert.Equal(9_000, computers.Count(computer => computer.Status == "running"), tolerance: 150);
        Assert.Equal(900, computers.Count(computer => computer.ConnectedUser is not null), tolerance: 100);
        Assert.Equal(2_000, computers.Count(computer => computer.ImageType is "shared" or "system"), tolerance: 200);
    }

    private static List<string> Fleet(long seed) => [.. Plan(seed, computers: 1_000).Select(computer =>
        $"{computer with { Users = [] }} {string.Join(' ', computer.Users)}".Replace("System.String[]", "", StringComparison.Ordinal))];

    private static List<PlannedComputer> Plan(long seed, int computers)
    {
        var plan = new FleetPlan { Computers = computers, Regions = ["a", "b"], Prefix = "x", Seed = seed, RunningPercent = 90, ConnectedPercent = 10 };
        return [.. Enumerable.Range(0, computers).Select(plan.Computer)];
    }

    private static List<Visit> Visit(long seed, int count = 100)
    {
        var users = Enumerable.Range(0, 50).Select(number => ($"user-{number}", $"ecd-{number}"));
        var visits = new Visits(users, new MorningPlan
        {
            Regions = [],
            Rate = 1,
            Duration = TimeSpan.FromSeconds(1),
            InFlightMax = 1,
            Seed = seed,
            AcceptPercent = 40,
            DeclinePercent = 20,
            NowPercent = 30,
            Stay = TimeSpan.Zero,
            WithoutPublishing = false,
        });
        return [.. Enumerable.Range(0, count).Select(_ => visits.Next())];
    }

    private static List<string> Mix(long seed, DateTimeOffset startedAt, Weights? weights = null)
    {
        var computers = Enumerable.Range(0, 200)
            .Select(number => new ComputerView($"ecd-{number:D3}", number % 2 == 0 ? "cn-hangzhou" : "eu-central-1", [$"user-{number}"], PendingUpdate: null)).ToList();
        var days = new Dictionary<string, IReadOnlyList<string>> { ["cn-hangzhou"] = ["2026-11-28", "2026-11-29"], ["eu-central-1"] = ["2026-11-29"] };
        var mixture = new Mixture(computers, days, weights ?? Weights.Default, seed, new RequestKeys(startedAt));
        return [.. Enumerable.Range(0, 2_000).Select(_ => mixture.Next())
            .Select(request => $"{request.Operation} {request.Method} {request.Path} {Encoding.UTF8.GetString(request.Body.Span)}")];
    }
}
