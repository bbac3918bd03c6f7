using Microsoft.Extensions.Configuration;
using Wuying.Api.Hosting;
using Wuying.Api.Simulation;
using Wuying.Silo.Hosting;

namespace Wuying.Api.Tests.Hosting;

public sealed class The_options_of_the_program
{
    [Fact]
    public void Have_the_defaults_of_the_contract() => Assert.Equal(
        new ProgramOptions
        {
            Urls = "http://127.0.0.1:5080",
            Store = new StoreLocation(StoreKind.Sqlite, "data/wuying.db"),
            Silo = SiloMode.Embedded,
            Clock = ClockMode.Simulated,
            Rate = 60,
            DemoFleet = 500,
            Seed = 1,
        },
        Read().Options);

    [Fact]
    public void Are_read_from_the_command_line() => Assert.Equal(
        new ProgramOptions
        {
            Urls = "http://0.0.0.0:80",
            Store = new StoreLocation(StoreKind.Sqlite, "a:b.db"),
            Silo = SiloMode.Embedded,
            Clock = ClockMode.Real,
            ClockStart = FakeClockStart,
            Rate = 0,
            DemoFleet = 0,
            Seed = -7,
        },
        Read(
            "--urls", "http://0.0.0.0:80", "--store=sqlite:a:b.db", "--silo", "embedded", "--clock", "real",
            "--clock-start", "2023-10-24T10:00:00Z", "--rate", "0", "--demo-fleet", "0", "--seed", "-7", "--Simulation:UpdateFailureRate", "0.02").Options);

    [Theory]
    [InlineData("--rate", "-1")]
    [InlineData("--rate", "fast")]
    [InlineData("--rate", "NaN")]
    [InlineData("--silo", "both")]
    [InlineData("--clock", "unspecified")]
    [InlineData("--clock-start", "yesterday")]
    [InlineData("--store", "mysql:x")]
    [InlineData("--store", "sqlite:")]
    [InlineData("--store", "postgres:Host=db")]
    [InlineData("--silo", "cluster")]
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
        Assert.Equal((3, FakeClockStart), (options.DemoFleet, options.ClockStart));
    }

    private static DateTimeOffset FakeClockStart => new(2023, 10, 24, 10, 0, 0, TimeSpan.Zero);

    private static (ProgramOptions? Options, IReadOnlyList<string> Errors) Read(params string[] args) =>
        ProgramOptionsReader.Read(args, new ConfigurationBuilder().AddCommandLine(args).Build());
}
