using System.Globalization;
using Wuying.Api.Json;
using Wuying.Api.Simulation;
using Wuying.Silo.Hosting;

namespace Wuying.Api.Hosting;

/// <summary>Reads and checks the program's options; gathers what is wrong instead of throwing.</summary>
internal sealed class ProgramOptionsReader(IConfiguration configuration)
{
    private readonly List<string> _errors = [];

    /// <summary>Reads the options of a command line over a configuration.</summary>
    /// <returns>The options, or what is wrong with them.</returns>
    public static (ProgramOptions? Options, IReadOnlyList<string> Errors) Read(string[] args, IConfiguration configuration)
    {
        var reader = new ProgramOptionsReader(configuration);
        reader.CheckNames(args);
        var options = reader.Read();
        reader.CheckWhatIsBuiltIn(options);
        return reader._errors.Count == 0 ? (options, []) : (null, reader._errors);
    }

    private ProgramOptions Read() => new()
    {
        Urls = ReadUrls(),
        Store = Read("store", text => StoreLocation.Parse(text) is { } store ? (true, store) : (false, null!), "sqlite:PATH or postgres:CONNECTION-STRING"),
        Silo = ReadWord<SiloMode>("silo"),
        Clock = ReadWord<ClockMode>("clock"),
        ClockStart = Find("clock-start") is null
            ? null
            : Read("clock-start", text => (InstantConverter.TryParse(text, out var at), at), "an instant such as 2023-10-24T10:00:00Z"),
        Rate = Read(
            "rate",
            text => (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate <= SteerClockRequest.RateMax, rate),
            "a number from 0 to 1000000"),
        DemoFleet = Read(
            "demo-fleet",
            text => (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= ProgramOptions.DemoFleetMax, count),
            "a number from 0 to 1000000"),
        Seed = Read(
            "seed", text => (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed), seed), "a whole number"),
    };

    private string ReadUrls() => Read(
        "urls",
        text => (text.Split(';').All(url => url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)), text),
        "addresses such as http://127.0.0.1:5080");

    private T ReadWord<T>(string name)
        where T : struct, Enum => Read(name, text => (Words<T>.TryRead(text, out var value), value), $"one of {Words<T>.All}");

    private T Read<T>(string name, Func<string, (bool IsGood, T Value)> parse, string expected)
    {
        var text = Find(name) ?? ProgramOptionTable.All.Single(option => option.Name == name).Default;
        var (isGood, value) = parse(text);
        if (!isGood)
        {
            _errors.Add($"--{name} is {expected}, not '{text}'.");
        }

        return value;
    }

    private string? Find(string name) => configuration[name] ?? configuration[name.Replace("-", string.Empty, StringComparison.Ordinal)];

    // Named in the contract, refused in words until it is there.
    private void CheckWhatIsBuiltIn(ProgramOptions options)
    {
        if (options.Store is { Kind: not StoreKind.Sqlite })
        {
            _errors.Add("--store postgres:… is not built in yet; use sqlite:PATH.");
        }

        if (options.Silo is SiloMode.Cluster)
        {
            _errors.Add("--silo cluster is not built in yet; use embedded.");
        }
    }

    // A misspelt option that is silently passed over is worse than none.
    private void CheckNames(string[] args)
    {
        var known = ProgramOptionTable.All.Select(option => option.Name).Concat(ProgramOptionTable.OfHost).ToArray();
        for (var index = 0; index < args.Length; index++)
        {
            var name = args[index].TrimStart('-').Split('=')[0];
            if (!args[index].StartsWith("--", StringComparison.Ordinal))
            {
                _errors.Add($"'{args[index]}' is no option; they begin with --.");
                continue;
            }

            if (!name.Contains(':', StringComparison.Ordinal) && !known.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                _errors.Add($"--{name} is no option; --help lists them all.");
            }

            if (args[index].Contains('=', StringComparison.Ordinal))
            {
                continue;
            }

            index++;
            if (index == args.Length || args[index].StartsWith("--", StringComparison.Ordinal))
            {
                _errors.Add($"--{name} needs a value.");
                index--;
            }
        }
    }
}
