namespace Wuying.Silo.Programs;

/// <summary>One option of a program, as help shows it.</summary>
/// <param name="Name">On the command line behind <c>--</c>.</param>
/// <param name="Value">What stands behind it.</param>
/// <param name="Default">Unless given; empty when it must be given.</param>
/// <param name="Meaning">One sentence.</param>
public sealed record ProgramOption(string Name, string Value, string Default, string Meaning)
{
    /// <summary>Options of the web host that pass through.</summary>
    public static IReadOnlyList<string> OfHost { get; } = ["environment", "contentRoot", "applicationName"];
}
