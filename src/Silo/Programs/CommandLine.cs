namespace Wuying.Silo.Programs;

/// <summary>What a program does before it becomes a service: help, and refusing options that make no sense.</summary>
public static class CommandLine
{
    private const int Success = 0;

    /// <summary>True when the program is to end at once, with an exit code.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="help">What <c>--help</c> prints.</param>
    /// <param name="read">Reads the options, or says what is wrong with them.</param>
    /// <param name="options">The options; null when the program is to end.</param>
    /// <param name="exitCode">0 after help, 2 for bad options.</param>
    public static bool EndsAtOnce<T>(string[] args, Func<string> help, Func<(T? Options, IReadOnlyList<string> Errors)> read, out T options, out int exitCode)
        where T : class
    {
        options = null!;
        if (args.Any(argument => argument is "--help" or "-h" or "-?" or "help"))
        {
            Console.Out.Write(help());
            exitCode = Success;
            return true;
        }

        var (found, errors) = read();
        foreach (var error in errors)
        {
            Console.Error.WriteLine(error);
        }

        options = found!;
        exitCode = found is null ? Running.BadOptions : Success;
        return found is null;
    }
}
