using System.Globalization;

namespace Wuying.Silo.Programs;

/// <summary>Reads and checks a program's options; gathers what is wrong instead of throwing.</summary>
/// <param name="table">The options that there are.</param>
/// <param name="configuration">The command line over environment and files.</param>
public sealed class OptionReader(IReadOnlyList<ProgramOption> table, IConfiguration configuration)
{
    private readonly List<string> _errors = [];

    /// <summary>One sentence for each thing that is wrong.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>What was given, or null.</summary>
    public string? Find(string name) => configuration[name] ?? configuration[name.Replace("-", string.Empty, StringComparison.Ordinal)];

    /// <summary>Reads one option, or its default.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="parse">Says whether a text is good, and what it is.</param>
    /// <param name="expected">What a good one is, for the sentence.</param>
    public T Read<T>(string name, Func<string, (bool IsGood, T Value)> parse, string expected)
    {
        var given = Find(name);
        var text = given ?? table.Single(option => option.Name == name).Default;
        var (isGood, value) = parse(text);
        if (!isGood)
        {
            _errors.Add(given is null ? $"--{name} is needed: {expected}." : $"--{name} is {expected}, not '{text}'.");
        }

        return value;
    }

    /// <summary>Reads an option that may be left out.</summary>
    public T? ReadOptional<T>(string name, Func<string, (bool IsGood, T Value)> parse, string expected)
        where T : struct => Find(name) is null ? null : Read(name, parse, expected);

    /// <summary>Reads a whole number in a range.</summary>
    public int ReadNumber(string name, int min, int max, string expected) => Read(
        name,
        text => (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max, number),
        expected);

    /// <summary>Reads one of an enum's words, spelled small.</summary>
    public T ReadWord<T>(string name)
        where T : struct, Enum
    {
        var words = Enum.GetValues<T>().Where(value => Convert.ToInt64(value, CultureInfo.InvariantCulture) != 0)
            .ToDictionary(value => value.ToString().ToLowerInvariant(), StringComparer.Ordinal);
        return Read(name, text => (words.TryGetValue(text, out var value), value), $"one of {string.Join(", ", words.Keys)}");
    }

    /// <summary>Reads addresses to listen on.</summary>
    public string ReadUrls() => Read(
        "urls",
        text => (text.Split(';').All(url => url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)), text),
        "addresses such as http://127.0.0.1:5080");

    /// <summary>Refuses names on the command line that nobody reads: a misspelt option that is silently passed over is worse than none.</summary>
    public void CheckNames(string[] args)
    {
        for (var index = 0; index < args.Length; index++)
        {
            var name = args[index].TrimStart('-').Split('=')[0];
            if (!args[index].StartsWith("--", StringComparison.Ordinal))
            {
                _errors.Add($"'{args[index]}' is no option; they begin with --.");
                continue;
            }

            if (!IsKnown(name))
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

    // Of sections that the table does not list, whoever owns them knows the names.
    private bool IsKnown(string name)
    {
        var section = name.Split(':')[0];
        return table.Any(option => option.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            || (name.Contains(':', StringComparison.Ordinal)
                ? !table.Any(option => option.Name.StartsWith($"{section}:", StringComparison.OrdinalIgnoreCase))
                : ProgramOption.OfHost.Contains(name, StringComparer.OrdinalIgnoreCase));
    }
}
