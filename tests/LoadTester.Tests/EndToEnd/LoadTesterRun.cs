using System.Text.Json;
using Wuying.Harness;
using Wuying.Harness.Processes;

namespace Wuying.LoadTester.Tests.EndToEnd;

/// <summary>The load tester as a process of its own, to its end.</summary>
internal sealed class LoadTesterRun : ServiceProcess
{
    private readonly List<(string Part, TaskCompletionSource Heard)> _awaited = [];

    private LoadTesterRun(IEnumerable<string> args)
        : base("LoadTester", args)
    {
    }

    /// <summary>Its exit code.</summary>
    public int ExitCode { get; private set; }

    /// <summary>Its report, for programs.</summary>
    public JsonElement Report { get; private set; }

    /// <summary>Its report, for people.</summary>
    public string Page { get; private set; } = "";

    /// <summary>Runs it to its end.</summary>
    /// <param name="folder">Where its report goes.</param>
    /// <param name="args">Its command line, but for the report.</param>
    public static async Task<LoadTesterRun> RunAsync(TemporaryFolder folder, params string[] args)
    {
        var run = Start(folder, args);
        await run.EndAsync(folder);
        return run;
    }

    /// <summary>Starts it.</summary>
    public static LoadTesterRun Start(TemporaryFolder folder, params string[] args)
    {
        var run = new LoadTesterRun([.. args, "--report", folder.File("report")]);
        run.Listen();
        return run;
    }

    /// <summary>Waits until it says something.</summary>
    public Task SaysAsync(string part)
    {
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_awaited)
        {
            _awaited.Add((part, heard));
        }

        if (Said.Contains(part, StringComparison.Ordinal))
        {
            heard.TrySetResult();
        }

        return heard.Task;
    }

    /// <summary>Waits for its end, and reads what it reported.</summary>
    public async Task EndAsync(TemporaryFolder folder)
    {
        ExitCode = await EndedAsync();
        var report = Path.Combine(folder.File("report"), "report.json");
        if (File.Exists(report))
        {
            Report = JsonElement.Parse(await File.ReadAllTextAsync(report));
            Page = await File.ReadAllTextAsync(Path.ChangeExtension(report, "html"));
        }
    }

    protected override void Hear(string? line)
    {
        lock (_awaited)
        {
            foreach (var (part, heard) in _awaited)
            {
                if (line is null)
                {
                    heard.TrySetException(new InvalidOperationException($"It ended, and did not say '{part}': {Said}"));
                }
                else if (line.Contains(part, StringComparison.Ordinal))
                {
                    heard.TrySetResult();
                }
            }
        }
    }
}
