using System.Diagnostics;
using System.Text.Json;
using Wuying.Harness;

namespace Wuying.Ecd.Tests;

/// <summary>Node with the product's own packages, which make the calls that they are told to, one after the other.</summary>
internal sealed class SdkProcess : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Process _process;

    private SdkProcess(Process process) => _process = process;

    /// <summary>Every package in every way in which it signs.</summary>
    public static TheoryData<string> Ways { get; } = ["pop-core GET", "pop-core POST", "openapi-core", "openapi-core V1", "openapi-client"];

    /// <summary>Starts it.</summary>
    /// <param name="service">The service that is called.</param>
    public static SdkProcess Start(Uri service)
    {
        var script = SourceTree.PathOf("tests", "Ecd.Tests", "scripts", "sdk.mjs");
        Assert.True(Directory.Exists(Path.Combine(Path.GetDirectoryName(script)!, "node_modules")), "Run `npm ci` in tests/Ecd.Tests/scripts first, as ./test.sh does.");
        return new(Process.Start(new ProcessStartInfo("node", [script, service.Authority]) { RedirectStandardInput = true, RedirectStandardOutput = true })!);
    }

    /// <summary>Makes a call.</summary>
    public async Task<SdkOutcome> CallAsync(SdkCall call)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(call, Json));
        await _process.StandardInput.FlushAsync();
        var line = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("Node has ended; it says why on standard error.");
        return JsonSerializer.Deserialize<SdkOutcome>(line, Json)!;
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
