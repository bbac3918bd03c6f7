using System.Diagnostics;
using System.Globalization;

namespace Wuying.Harness.Processes;

/// <summary>A private PostgreSQL server on a free loopback port, which ends with this process, however that ends.</summary>
public sealed class PostgresServer
{
    private readonly Process _guard;
    private int _databases;

    private PostgresServer(string directory, int port)
    {
        Directory = directory;
        Port = port;
        _guard = Start(["guard", directory], keepOpen: true);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => End();
    }

    /// <summary>The one that the tests of this process share; started by the first who asks.</summary>
    public static Task<PostgresServer> Shared => TheShared.Starting;

    /// <summary>The script that makes the tables.</summary>
    public static string Script => Path.Combine(Root(), "orleans.sql");

    /// <summary>Its files.</summary>
    public string Directory { get; }

    /// <summary>Its port.</summary>
    public int Port { get; }

    /// <summary>Starts one of one's own.</summary>
    public static async Task<PostgresServer> StartAsync()
    {
        // Not in the directory for temporary files: where that is private, the server's user cannot reach it.
        var directory = $"/tmp/wuying-postgres-{Environment.ProcessId}-{Stopwatch.GetTimestamp():x}";
        var server = new PostgresServer(directory, FreePorts.Next());
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>Says how to connect to a database.</summary>
    public string ConnectionTo(string database) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={Port};Username=postgres;Database={database};Include Error Detail=true");

    /// <summary>A name for a database that nobody else has.</summary>
    public string NextName() => string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref _databases)}");

    /// <summary>Stops it as a power cut would: at this instant, whatever is under way.</summary>
    public Task KillAsync() => RunAsync("stop", Directory, "immediate");

    /// <summary>Stops it as an administrator would: connections are ended, transactions undone.</summary>
    public Task StopAsync() => RunAsync("stop", Directory, "fast");

    /// <summary>Starts it again on its files and its port.</summary>
    public Task StartAgainAsync() => RunAsync("start", Directory, Port.ToString(CultureInfo.InvariantCulture));

    /// <summary>Ends it for good; nothing of it is left.</summary>
    public void End()
    {
        if (!_guard.HasExited)
        {
            _guard.StandardInput.Close();
            _guard.WaitForExit();
        }
    }

    private static async Task RunAsync(params string[] arguments)
    {
        using var script = Start(arguments, keepOpen: false);
        var said = await script.StandardError.ReadToEndAsync();
        await script.WaitForExitAsync();
        if (script.ExitCode != 0)
        {
            throw new InvalidOperationException($"postgres.sh {string.Join(' ', arguments)}: {said}");
        }
    }

    private static Process Start(string[] arguments, bool keepOpen)
    {
        var process = Process.Start(new ProcessStartInfo("bash", [Path.Combine(Root(), "eng", "postgres.sh"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardError = !keepOpen,
        }) ?? throw new InvalidOperationException("bash did not start.");
        if (!keepOpen)
        {
            process.StandardInput.Close();
        }

        return process;
    }

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "orleans.sql")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException("The repository is not above the tests.");
    }

    private static class TheShared
    {
        public static readonly Task<PostgresServer> Starting = StartAsync();
    }
}
