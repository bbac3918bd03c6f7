using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Wuying.Harness.Processes;

/// <summary>The real program as a process of its own, on a free loopback port.</summary>
public sealed partial class ApiProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartMax = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private ApiProcess(Process process, Uri address)
    {
        _process = process;
        Client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
    }

    /// <summary>Calls it.</summary>
    public HttpClient Client { get; }

    /// <summary>Starts the program; returns when it says that it is ready.</summary>
    public static async Task<ApiProcess> StartAsync(params string[] options)
    {
        var process = Process.Start(new ProcessStartInfo(Executable(), ["--urls", "http://127.0.0.1:0", .. options])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException("The program did not start.");
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = new List<string?>();
        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new ApiProcess(process, await address.Task.WaitAsync(StartMax));

        void Hear(object sender, DataReceivedEventArgs line)
        {
            lock (said)
            {
                said.Add(line.Data);
            }

            if (line.Data is not null && StartPage().Match(line.Data) is { Success: true } match)
            {
                address.TrySetResult(new Uri(match.Groups[1].Value));
            }
            else if (line.Data is null)
            {
                address.TrySetException(new InvalidOperationException($"The program ended: {string.Join('\n', said)}"));
            }
        }
    }

    /// <summary>A blank, still world on a store: what tests start from.</summary>
    public static Task<ApiProcess> StartBlankAsync(string storePath, string clockStart, params string[] options) => StartAsync(
        ["--store", $"sqlite:{storePath}", "--demo-fleet", "0", "--rate", "0", "--clock-start", clockStart, .. options]);

    /// <summary>Ends it as a power cut would: at this instant, without a word.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Stops it as Ctrl-C does.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync()
    {
        using var interrupt = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    // Beside this assembly's own output: artifacts/bin/<project>/<configuration>.
    private static string Executable()
    {
        var own = new DirectoryInfo(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!);
        return Path.Combine(own.Parent!.Parent!.FullName, "Api", own.Name, "Wuying.Api");
    }

    [GeneratedRegex(@"Start page\s+(http://\S+)")]
    private static partial Regex StartPage();
}
