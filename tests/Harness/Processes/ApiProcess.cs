using System.Text.RegularExpressions;

namespace Wuying.Harness.Processes;

/// <summary>The real program as a process of its own, on a free loopback port.</summary>
public sealed partial class ApiProcess : ServiceProcess
{
    private const string LastOfBanner = "Ctrl-C stops it";

    private static readonly TimeSpan StartMax = TimeSpan.FromMinutes(3);

    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private HttpClient? _client;
    private Uri? _said;

    private ApiProcess(IEnumerable<string> options)
        : base("Api", ["--urls", "http://127.0.0.1:0", .. options])
    {
    }

    /// <summary>Calls it.</summary>
    public HttpClient Client => _client ?? throw new InvalidOperationException("The program is not ready.");

    /// <summary>Starts the program; returns when it says that it is ready.</summary>
    public static async Task<ApiProcess> StartAsync(params string[] options)
    {
        var api = new ApiProcess(options);
        try
        {
            api.Listen();
            api._client = new HttpClient { BaseAddress = await api._address.Task.WaitAsync(StartMax), Timeout = TimeSpan.FromMinutes(5) };
            return api;
        }
        catch
        {
            // Nobody else knows of it: left alone, it would outlive the tests.
            await api.DisposeAsync();
            throw;
        }
    }

    /// <summary>A blank, still world on a store: what tests start from.</summary>
    public static Task<ApiProcess> StartBlankAsync(string storePath, string clockStart, params string[] options) => StartAsync(
        ["--store", $"sqlite:{storePath}", "--demo-fleet", "0", "--rate", "0", "--clock-start", clockStart, .. options]);

    public override async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        await base.DisposeAsync();
    }

    protected override void Hear(string? line)
    {
        if (line is not null && ConsoleAddress().Match(line) is { Success: true } match)
        {
            _said = new Uri(match.Groups[1].Value);
        }
        else if (line is not null && line.StartsWith(LastOfBanner, StringComparison.Ordinal) && _said is not null)
        {
            // All that it says at its start is said by now.
            _address.TrySetResult(_said);
        }
        else if (line is null)
        {
            _address.TrySetException(new InvalidOperationException($"The program ended: {Said}"));
        }
    }

    [GeneratedRegex(@"Console\s+(https?://\S+)")]
    private static partial Regex ConsoleAddress();
}
