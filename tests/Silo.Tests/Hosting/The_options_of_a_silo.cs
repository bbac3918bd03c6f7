using System.Net;
using Microsoft.Extensions.Configuration;
using Wuying.Silo.Hosting;
using Wuying.Silo.Programs;

namespace Wuying.Silo.Tests.Hosting;

public sealed class The_options_of_a_silo
{
    private const string Store = "postgres:Host=db;Database=wuying";

    [Fact]
    public void Have_defaults_but_for_the_store()
    {
        var options = Read("--store", Store).Options!;
        Assert.Equal(("http://127.0.0.1:5180", new StoreLocation(StoreKind.Postgres, "Host=db;Database=wuying")), (options.Urls, options.Fleet.Store));
        Assert.Equal(
            new ClusterSettings { Address = IPAddress.Loopback, SiloPort = 11_111, GatewayPort = 30_000, Id = "wuying", ServiceId = "wuying" },
            options.Cluster);
        Assert.StartsWith("--store is needed: postgres:CONNECTION-STRING", Assert.Single(Read().Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--store", "sqlite:a.db")]
    [InlineData("--silo", "cluster")]
    [InlineData("--Cluster:GatewayPort", "-1")]
    [InlineData("--Cluster:Address", "host")]
    [InlineData("--rate", "-1")]
    public void Are_refused_by_name(string name, string value) =>
        Assert.Contains(name, Assert.Single(Read("--store", Store, name, value).Errors), StringComparison.Ordinal);

    [Fact]
    public void Are_all_explained_by_help() =>
        Assert.All(SiloProgramOptions.Table, option => Assert.Contains($"--{option.Name} ", SiloProgramOptions.Help(), StringComparison.Ordinal));

    private static (SiloProgramOptions? Options, IReadOnlyList<string> Errors) Read(params string[] args) =>
        SiloProgramOptions.Read(args, new ConfigurationBuilder().AddCommandLine(args).Build());
}
