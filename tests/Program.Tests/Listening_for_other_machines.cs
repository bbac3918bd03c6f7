using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Wuying.Harness;
using Wuying.Harness.Processes;

namespace Wuying.Program.Tests;

public sealed class Listening_for_other_machines : IDisposable
{
    private const string Summary = "/api/v1/fleet/summary";

    private readonly TemporaryFolder _folder = new();

    private string Store => $"sqlite:{_folder.File("fleet.db")}";

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://*:0")]
    [InlineData("http://127.0.0.1:0;http://[::]:0")]
    public async Task Is_refused_without_a_key_before_anything_begins(string urls)
    {
        var run = await ProgramRun.RunAsync("Api", "--urls", urls, "--store", Store);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("there is no access key", run.Error);
        Assert.Contains("keys create --role administrator", run.Error);
        Assert.DoesNotContain("is ready", run.Output);

        // Nor has a fleet been made for it.
        await using var api = await ApiProcess.StartBlankAsync(_folder.File("fleet.db"), "2023-10-25T01:00:00Z");
        var summary = await api.Client.GetFromJsonAsync<JsonElement>(Summary);
        Assert.Equal(0, summary.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Is_refused_where_the_servers_own_configuration_says_so()
    {
        var run = await ProgramRun.RunAsync("Api", "--store", Store, "--Kestrel:Endpoints:Open:Url", "http://0.0.0.0:0");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("http://0.0.0.0:0 can be reached from other machines", run.Error);
    }

    [Fact]
    public async Task Is_done_with_a_key_and_a_warning_where_everybody_can_read()
    {
        var key = await Keys.MakeAsync(Store, "--role", "viewer");
        await using var api = await ApiProcess.StartAsync("--urls", "http://0.0.0.0:0", "--store", Store, "--demo-fleet", "0", "--rate", "0");
        Assert.Equal(HttpStatusCode.Unauthorized, await api.Client.AskAsync(Summary));
        Assert.Equal(HttpStatusCode.OK, await api.Client.AskAsync(Summary, key));
        Assert.Contains("can be read on the way", api.Said);
    }

    [Fact]
    public async Task Is_done_by_https_with_a_certificate_of_ones_own()
    {
        var key = await Keys.MakeAsync(Store, "--role", "viewer");
        WriteCertificate();
        await using var api = await ApiProcess.StartAsync(
            "--urls", "https://0.0.0.0:0", "--store", Store, "--demo-fleet", "0", "--rate", "0",
            "--Kestrel:Certificates:Default:Path", _folder.File("fleet.pem"), "--Kestrel:Certificates:Default:KeyPath", _folder.File("fleet.key"));
        Assert.DoesNotContain("can be read on the way", api.Said);

        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true };
        using var client = new HttpClient(handler) { BaseAddress = api.Client.BaseAddress };
        Assert.Equal(HttpStatusCode.OK, await client.AskAsync(Summary, key));
        using var session = await client.SendAsync(HttpMethod.Post, "/api/v1/session", key: null, $$"""{"accessKeyId":"{{key.Id}}","accessKeySecret":"{{key.Secret}}"}""");
        Assert.Contains("; secure", session.Headers.GetValues("Set-Cookie").Single());
    }

    private void WriteCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=fleet.example", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        File.WriteAllText(_folder.File("fleet.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(_folder.File("fleet.key"), key.ExportPkcs8PrivateKeyPem());
    }
}
