using Microsoft.Extensions.Configuration;
using Wuying.Api.Access.Commands;
using Wuying.Silo.Hosting;

namespace Wuying.Api.Tests.Access;

public sealed class The_options_of_keys
{
    [Fact]
    public void Say_what_key_to_make()
    {
        var options = Read("create", "--role", "operator", "--regions", "cn-hangzhou,eu-central-1", "--name", "night shift", "--store", "sqlite:a.db").Options!;
        Assert.Equal((KeysVerb.Create, new StoreLocation(StoreKind.Sqlite, "a.db"), (Uri?)null), (options.Verb, options.Store, options.Url));
        Assert.Equal(("operator", "night shift"), (options.Wanted!.Role, options.Wanted.Name));
        Assert.Equal(["cn-hangzhou", "eu-central-1"], options.Wanted.Regions);
    }

    [Fact]
    public void Mean_all_regions_unless_they_say_which() => Assert.Null(Read("create", "--role", "viewer").Options!.Wanted!.Regions);

    [Fact]
    public void Name_the_key_to_disable() =>
        Assert.Equal(("LTAI1", new Uri("http://127.0.0.1:1")), (Read("disable", "LTAI1", "--url", "http://127.0.0.1:1").Options!.KeyId, Read("disable", "LTAI1", "--url", "http://127.0.0.1:1").Options!.Url));

    [Theory]
    [InlineData("keys needs to know what to do")]
    [InlineData("keys needs to know what to do", "make")]
    [InlineData("keys needs to know what to do", "unspecified")]
    [InlineData("--role is needed", "create")]
    [InlineData("--role is one of", "create", "--role", "king")]
    [InlineData("--regions is", "create", "--role", "viewer", "--regions", "mars-1")]
    [InlineData("--regions is", "create", "--role", "viewer", "--regions", "cn-hangzhou,")]
    [InlineData("--store is", "list", "--store", "mysql:x")]
    [InlineData("--url is", "list", "--url", "elsewhere")]
    [InlineData("--role is no option", "list", "--role", "viewer")]
    [InlineData("Which key?", "disable")]
    [InlineData("Which key?", "disable", "--store", "sqlite:a.db")]
    [InlineData("'LTAI2' is no option", "disable", "LTAI1", "LTAI2")]
    public void Are_refused_by_name(string expected, params string[] args) =>
        Assert.StartsWith(expected, Assert.Single(Read(args).Errors), StringComparison.Ordinal);

    [Fact]
    public void Are_all_explained_by_help() =>
        Assert.All(KeysOptions.Table, option => Assert.Contains($"--{option.Name} ", KeysOptions.Help(), StringComparison.Ordinal));

    private static (KeysOptions? Options, IReadOnlyList<string> Errors) Read(params string[] args) =>
        KeysOptions.Read(args, new ConfigurationBuilder().AddCommandLine([.. args.SkipWhile(argument => !argument.StartsWith('-'))]).Build());
}
