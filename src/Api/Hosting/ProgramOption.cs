namespace Wuying.Api.Hosting;

/// <summary>One option as help shows it.</summary>
/// <param name="Name">On the command line behind <c>--</c>.</param>
/// <param name="Value">What stands behind it.</param>
/// <param name="Default">Unless given.</param>
/// <param name="Meaning">One sentence.</param>
internal sealed record ProgramOption(string Name, string Value, string Default, string Meaning);
