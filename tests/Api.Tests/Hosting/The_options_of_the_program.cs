using System.Net;
using Microsoft.Extensions.Configuration;
using Wuying.Api.Hosting;
using Wuying.Silo.Hosting;
using Wuying.Silo.Programs;
using Wuying.Simulation.Clock;

namespace Wuying.Api.Tests.Hosting;

public sealed class The_options_of_the_program
{
    [Fact]
    public void Have_the_defaults_of_the_contract()
    {
        var options = Read().Options!;
        Assert.Equal(("http://127.0.0.1:5080", SiloMode.Embedded), (options.Urls, options.Silo));
        Assert.Equal(
            new FleetOptions
            {
                Store = new StoreLocation(StoreKind.Sqlite, "data/wuying.db"),
                Clock = ClockMode.Simulated,
                Rate = 60,
                DemoFleet = 500,
                Seed = 1,
            },
            options.Fleet);
        Assert.Equal(
            new ClusterSettings { Address = IPAddress.Loopback, SiloPort = 11_111, GatewayPort = 30_000, Id = "wuying", ServiceId = "wuying" },
            options.Cluster);
    }

    [Fact]
    public void Are_read_from_the_command_line()
    {
        var options = Read(
            "--urls", "http://0.0.0.0:80", "--store=sqlite:a:b.db", "--silo", "embedded", "--clock", "real",
            "--clock-start", "2023-10-24T10:00:00Z", "--rate", "0", "--demo-fleet", "0", "--seed", "-7", "--Simulation:UpdateFailureRate", "0.02",
            "--Cluster:SiloPort", "1", "--Cluster:Id=two").Options!;
        Assert.Equal(("http://0.0.0.0:80", SiloMode.Embedded), (options.Urls, options.Silo));
        Assert.Equal(
            new FleetOptions
            {
                Store = new StoreLocation(StoreKind.Sqlite, "a:b.db"),
                Clock = ClockMode.Real,
                ClockStart = FakeClockStart,
                Rate = 0,
                DemoFleet = 0,
                Seed = -7,
            },
            options.Fleet);
        Assert.Equal((1, "two"), (options.Cluster.SiloPort, options.Cluster.Id));
    }

    [Theory]
    [InlineData("embedded")]
    [InlineData("cluster")]
    public void Take_a_database_with_a_silo_and_without(string silo)
    {
        var options = Read("--store", "postgres:Host=db;Password=secret;Database=wuying", "--silo", silo).Options!;
        Assert.Equal(new StoreLocation(StoreKind.Postgres, "Host=db;Password=secret;Database=wuying"), options.Fleet.Store);
        Assert.Equal("PostgreSQL, database wuying on db:5432", options.Fleet.Store.Shown);
    }

    [Fact]
    public void Say_that_a_cluster_is_found_in_a_database() =>
        Assert.Contains("--store is postgres:CONNECTION-STRING", Assert.Single(Read("--silo", "cluster", "--store", "sqlite:a.db").Errors), StringComparison.Ordinal);

    [Theory]
    [InlineData("--rate", "-1")]
    [InlineData("--rate", "fast")]
    [InlineData("--rate", "NaN")]
    [InlineData("--silo", "both")]
    [InlineData("--clock", "unspecified")]
    [InlineData("--clock-start", "yesterday")]
    [InlineData("--store", "mysql:x")]
    [InlineData("--store", "sqlite:")]
    [InlineData("--store", "postgres:nonsense")]
    [InlineData("--store", "postgres:Database=nowhere")]
    [InlineData("--clock-start", "2023-10-24T10:00:00")]
    [InlineData("--Cluster:SiloPort", "65536")]
    [InlineData("--Cluster:Address", "somewhere")]
    [InlineData("--Cluster:Id", " ")]
    [InlineData("--Cluster:SiloProt", "1")]
    [InlineData("--demo-fleet", "1000001")]
    [InlineData("--urls", "localhost")]
    [InlineData("--unknown", "1")]
    public void Are_refused_by_name(string name, string value) => Assert.Contains(name, Assert.Single(Read(name, value).Errors), StringComparison.Ordinal);

    [Fact]
    public void Need_a_value() => Assert.Contains("--rate needs a value.", Read("--rate").Errors);

    [Fact]
    public void Are_all_explained_by_help() =>
        Assert.All(ProgramOptionTable.All, option => Assert.Contains($"--{option.Name} ", ProgramOptionTable.Help(), StringComparison.Ordinal));

    [Fact]
    public void Can_come_from_the_environment()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("DEMOFLEET", "3"), new("CLOCKSTART", "2023-10-24T10:00:00Z")]).Build();
        var options = ProgramOptionsReader.Read([], configuration).Options!;
        Assert.Equal((3, FakeClockStart), (options.Fleet.DemoFleet, options.Fleet.ClockStart));
    }

    private static DateTimeOffset FakeClockStart => new(2023, 10, 24, 10, 0, 0, TimeSpan.Zero);

    private static (ProgramOptions? Options, IReadOnlyList<string> Errors) Read(params string[] args) =>
        ProgramOptionsReader.Read(args, new ConfigurationBuilder().AddCommandLine(args).Build());
}
