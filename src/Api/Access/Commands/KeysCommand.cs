using System.Globalization;
using Wuying.Silo.Programs;
using Wuying.Storage;

namespace Wuying.Api.Access.Commands;

/// <summary>The program as a command: <c>keys create</c>, <c>keys list</c>, <c>keys disable</c>.</summary>
internal static class KeysCommand
{
    /// <summary>The first word of its command line.</summary>
    public const string Word = "keys";

    private const int Success = 0;
    private const int CannotDo = 1;

    /// <summary>Does it.</summary>
    /// <param name="args">The command line behind <c>keys</c>.</param>
    /// <param name="output">For what was asked.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var environment = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .Build();
        if (CommandLine.EndsAtOnce(args, KeysOptions.Help, () => KeysOptions.Read(args, OptionsOf(args, environment)), out var options, out var exitCode))
        {
            return exitCode;
        }

        try
        {
            await using var place = await FindAsync(options, environment);
            await (options.Verb switch
            {
                KeysVerb.Create => CreateAsync(place, options.Wanted!, output),
                KeysVerb.List => ListAsync(place, output),
                KeysVerb.Disable => DisableAsync(place, options.KeyId!, output),
                var verb => throw new InvalidOperationException($"Nobody can {verb} keys."),
            });
            return Success;
        }
        catch (Exception reason) when (reason is KeysFailedException or StoreUnavailableException or IOException)
        {
            await Console.Error.WriteLineAsync(reason.Message);
            return CannotDo;
        }
    }

    // The store is the service's, wherever that is told of it. Other words in the environment, such as NAME, are not meant for this.
    private static IConfigurationRoot OptionsOf(string[] args, IConfiguration environment) => new ConfigurationBuilder()
        .AddInMemoryCollection([KeyValuePair.Create("store", environment["store"])])
        .AddCommandLine([.. args.SkipWhile(argument => !argument.StartsWith("--", StringComparison.Ordinal))])
        .Build();

    private static async Task<IKeysPlace> FindAsync(KeysOptions options, IConfiguration environment)
    {
        if (options.Url is { } url)
        {
            return new ServiceKeys(url, KeyCredentials.Find(environment));
        }

        try
        {
            return await StoreKeys.OpenAsync(options.Store);
        }
        catch (StoreUnavailableException taken) when (taken.IsTaken)
        {
            return new ServiceKeys(new Uri(KeysOptions.UrlDefault), KeyCredentials.Find(environment));
        }
    }

    private static async Task CreateAsync(IKeysPlace place, CreateAccessKeyRequest wanted, TextWriter output)
    {
        // Asked before: with a first key, a service answers nobody who has none.
        var isManaged = (await place.ListAsync()).Any(IsForEverything);
        var made = await place.CreateAsync(wanted);
        await output.WriteLineAsync($"""
            AccessKeyId      {made.AccessKeyId}
            AccessKeySecret  {made.AccessKeySecret}
            Role             {made.Role}
            Regions          {RegionsOf(made)}

            Made in {place.Shown}. The secret is shown this once: keep it now.
            """);
        if (!isManaged && !IsForEverything(made))
        {
            await output.WriteLineAsync("No key is an administrator's for all regions yet: whoever is to change settings or keys over HTTP needs one.");
        }
    }

    private static bool IsForEverything(AccessKeyResponse key) => key is { Role: "administrator", Regions: null, Disabled: false };

    private static async Task ListAsync(IKeysPlace place, TextWriter output)
    {
        var keys = await place.ListAsync();
        if (keys.Count == 0)
        {
            await output.WriteLineAsync($"There are no access keys in {place.Shown}.");
            return;
        }

        string[][] rows = [["ID", "ROLE", "STATE", "LAST USED", "REGIONS", "NAME"], .. keys.Select(RowOf)];
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            await output.WriteLineAsync(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }

    private static string[] RowOf(AccessKeyResponse key) =>
    [
        key.AccessKeyId,
        key.Role,
        key.Disabled ? "disabled" : "enabled",
        key.LastUsedAt?.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) ?? "never",
        RegionsOf(key),
        key.Name ?? "",
    ];

    private static string RegionsOf(AccessKeyResponse key) => key.Regions is { } regions ? string.Join(',', regions) : "all";

    private static async Task DisableAsync(IKeysPlace place, string id, TextWriter output)
    {
        await place.DisableAsync(id);
        await output.WriteLineAsync($"{id} is disabled in {place.Shown}; it stops working within five seconds.");
    }
}
