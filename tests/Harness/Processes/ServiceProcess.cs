using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Wuying.Harness.Processes;

/// <summary>One of this project's programs as a process of its own, which can be ended, put to sleep and woken.</summary>
public abstract class ServiceProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly List<string> _said = [];

    /// <summary>Starts a program.</summary>
    /// <param name="program">Its project's folder under <c>src</c>.</param>
    /// <param name="options">Its command line.</param>
    protected ServiceProcess(string program, IEnumerable<string> options)
    {
        _process = Process.Start(new ProcessStartInfo(ExecutableOf(program), options)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException($"{program} did not start.");
        _process.OutputDataReceived += Hear;
        _process.ErrorDataReceived += Hear;
    }

    /// <summary>What it has said so far, on both streams.</summary>
    public string Said
    {
        get
        {
            lock (_said)
            {
                return string.Join('\n', _said);
            }
        }
    }

    public bool HasEnded => _process.HasExited;

    /// <summary>Ends it as a power cut would: at this instant, without a word.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Stops it as a service manager does.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync()
    {
        await SignalAsync("TERM");
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <summary>Interrupts it, as Ctrl+C in its terminal does.</summary>
    public Task InterruptAsync() => SignalAsync("INT");

    /// <summary>Puts it to sleep: it keeps its connections, and answers nobody.</summary>
    public Task SuspendAsync() => SignalAsync("STOP");

    /// <summary>Waits until it has ended by itself.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> EndedAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <summary>Wakes it.</summary>
    public Task ResumeAsync() => SignalAsync("CONT");

    public virtual async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Begins to listen to what it says; to be called once the listener is there.</summary>
    protected void Listen()
    {
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Hears a line; null at the end.</summary>
    protected virtual void Hear(string? line)
    {
    }

    private void Hear(object sender, DataReceivedEventArgs heard)
    {
        lock (_said)
        {
            _said.Add(heard.Data ?? "");
        }

        Hear(heard.Data);
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    // Beside this assembly's own output: artifacts/bin/<project>/<configuration>.
    internal static string ExecutableOf(string program)
    {
        var own = new DirectoryInfo(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!);
        return Path.Combine(own.Parent!.Parent!.FullName, program, own.Name, $"Wuying.{program}");
    }
}
