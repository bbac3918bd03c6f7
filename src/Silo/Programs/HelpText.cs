using System.Text;

namespace Wuying.Silo.Programs;

/// <summary>What <c>--help</c> prints.</summary>
public static class HelpText
{
    private const string Everywhere =
        """
        Options, on the command line as --NAME VALUE, in appsettings.json as "NAME", or in the environment as NAME
        (there without '-', and with '__' for ':': DEMOFLEET, Cluster__Id):
        """;

    /// <summary>Lays a program's options out.</summary>
    /// <param name="title">What the program is, in one sentence.</param>
    /// <param name="options">What it reads.</param>
    /// <param name="more">Families of options, and what is worth knowing besides.</param>
    public static string Of(string title, IEnumerable<ProgramOption> options, string more) => Of(title, Everywhere, options, more);

    /// <summary>Lays the options of a part of a program out.</summary>
    /// <param name="title">What it is, in one sentence.</param>
    /// <param name="where">Where the options are said.</param>
    /// <param name="options">What it reads.</param>
    /// <param name="more">What is worth knowing besides.</param>
    public static string Of(string title, string where, IEnumerable<ProgramOption> options, string more)
    {
        var text = new StringBuilder().AppendLine(title).AppendLine().AppendLine(where);
        foreach (var option in options)
        {
            text.AppendLine().AppendLine($"  --{option.Name} {option.Value}")
                .AppendLine($"      {option.Meaning} {(option.Default.Length == 0 ? "Needed." : $"Default: {option.Default}")}");
        }

        return text.AppendLine().Append(more).AppendLine().ToString();
    }
}
