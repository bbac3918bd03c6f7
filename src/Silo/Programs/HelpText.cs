using System.Text;

namespace Wuying.Silo.Programs;

/// <summary>What <c>--help</c> prints.</summary>
public static class HelpText
{
    /// <summary>Lays a program's options out.</summary>
    /// <param name="title">What the program is, in one sentence.</param>
    /// <param name="options">What it reads.</param>
    /// <param name="more">Families of options, and what is worth knowing besides.</param>
    public static string Of(string title, IEnumerable<ProgramOption> options, string more)
    {
        var text = new StringBuilder($"""
            {title}

            Options, on the command line as --NAME VALUE, in appsettings.json as "NAME", or in the environment as NAME
            (there without '-', and with '__' for ':': DEMOFLEET, Cluster__Id):

            """);
        foreach (var option in options)
        {
            text.AppendLine().AppendLine($"  --{option.Name} {option.Value}")
                .AppendLine($"      {option.Meaning} {(option.Default.Length == 0 ? "Needed." : $"Default: {option.Default}")}");
        }

        return text.AppendLine().Append(more).AppendLine().ToString();
    }
}
