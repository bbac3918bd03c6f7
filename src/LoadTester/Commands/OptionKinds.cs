using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.RegularExpressions;
using Wuying.LoadTester.Runs;

namespace Wuying.LoadTester.Commands;

/// <summary>Options that say what is wrong with what they are given.</summary>
internal static partial class OptionKinds
{
    /// <summary>Reads a text.</summary>
    /// <returns>The value, or what is wrong.</returns>
    public delegate (T Value, string? Error) Reading<T>(string text);

    /// <summary>An option of any kind.</summary>
    public static Option<T> Of<T>(string name, string placeholder, string description, T otherwise, Reading<T> read) => new(name)
    {
        HelpName = placeholder,
        Description = description,
        DefaultValueFactory = _ => otherwise,
        CustomParser = argument =>
        {
            var (value, error) = read(argument.Tokens[^1].Value);
            if (error is not null)
            {
                argument.AddError($"{name}: {error}");
            }

            return value;
        },
    };

    /// <summary>An option that is a whole number.</summary>
    public static Option<long> Whole(string name, string placeholder, string description, long otherwise, long min, long max) =>
        Of(name, placeholder, description, otherwise, text => ReadWhole(text, min, max));

    /// <summary>An option that is a share of a hundred.</summary>
    public static Option<long> Percent(string name, string description, long otherwise) => Whole(name, "PERCENT", description, otherwise, 0, 100);

    /// <summary>An option that is a rate.</summary>
    public static Option<double> Rate(string name, string description, double otherwise)
    {
        const double RateMax = 100_000;
        return Of(name, "PER-SECOND", description, otherwise, text =>
            double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var rate) && rate is > 0 and <= RateMax
                ? (rate, null)
                : (0, $"'{text}' is no rate; more than 0, and at most {RateMax.ToString("N0", CultureInfo.InvariantCulture)} a second."));
    }

    /// <summary>An option that is a duration.</summary>
    public static Option<Duration> Duration(string name, string description, TimeSpan otherwise, TimeSpan min)
    {
        var max = TimeSpan.FromDays(7);
        return Of(name, "TIME", description, new Duration(otherwise), text =>
            Runs.Duration.TryParse(text, out var duration) && duration.Time >= min && duration.Time <= max
                ? (duration, (string?)null)
                : (default, $"'{text}' is no duration such as 90s, 5m or 1h30m, from {new Duration(min)} to {new Duration(max)}."));
    }

    /// <summary>An option that names regions.</summary>
    public static Option<string[]> Regions(string description, string[] otherwise) => Of("--regions", "ID,ID…", description, otherwise, text =>
    {
        string[] regions = [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
        return regions.Length > 0 && Array.TrueForAll(regions, region => IdPattern().IsMatch(region))
            ? (regions, null)
            : ([], $"'{text}' is no list of regions such as cn-hangzhou,eu-central-1.");
    });

    /// <summary>What an option is given, or its default; a command's checks run before defaults are filled in.</summary>
    public static T ValueOf<T>(this CommandResult result, Option<T> option) =>
        result.GetResult(option) is { } given ? given.GetValueOrDefault<T>() : (T)option.GetDefaultValue()!;

    /// <summary>Looks at options together; passed over when one of them cannot be read, which is told already.</summary>
    public static void AddCheck(Command command, Func<CommandResult, string?> check) => command.Validators.Add(result =>
    {
        try
        {
            if (check(result) is { } error)
            {
                result.AddError(error);
            }
        }
        catch (InvalidOperationException)
        {
            // What an option is given is no value.
        }
    });

    /// <summary>Reads an address.</summary>
    public static (Uri Value, string? Error) ParseUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url is { AbsolutePath: "/", Query: "" }
            ? (url, null)
            : (new Uri("http://127.0.0.1"), $"'{text}' is no address of a service, such as http://127.0.0.1:5080.");

    /// <summary>Reads what stands in the ids of a fleet.</summary>
    public static (string Value, string? Error) ParsePrefix(string text) =>
        PrefixPattern().IsMatch(text) ? (text, null) : ("", $"'{text}' cannot stand in ids; 1 to 16 small letters and digits.");

    private static (long Value, string? Error) ReadWhole(string text, long min, long max) =>
        long.TryParse(text.Replace("_", "", StringComparison.Ordinal), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max
            ? (value, null)
            : (0, max == long.MaxValue
                ? $"'{text}' is no whole number of at least {min.ToString("N0", CultureInfo.InvariantCulture)}."
                : $"'{text}' is no whole number from {min.ToString("N0", CultureInfo.InvariantCulture)} to {max.ToString("N0", CultureInfo.InvariantCulture)}.");

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"\A[a-z0-9]{1,16}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PrefixPattern();
}
