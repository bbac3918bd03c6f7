namespace Wuying.Api.Hosting;

/// <summary>What the program does before it becomes a service: help, and refusing options that make no sense.</summary>
internal static class CommandLine
{
    private const int Success = 0;
    private const int BadOptions = 2;

    /// <summary>True when the program is to end at once, with an exit code.</summary>
    public static bool EndsAtOnce(string[] args, IConfiguration configuration, out ProgramOptions options, out int exitCode)
    {
        options = null!;
        if (args.Any(argument => argument is "--help" or "-h" or "-?" or "help"))
        {
            Console.Out.Write(ProgramOptionTable.Help());
            exitCode = Success;
            return true;
        }

        var (read, errors) = ProgramOptionsReader.Read(args, configuration);
        foreach (var error in errors)
        {
            Console.Error.WriteLine(error);
        }

        options = read!;
        exitCode = read is null ? BadOptions : Success;
        return read is null;
    }
}
