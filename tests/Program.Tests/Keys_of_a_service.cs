using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Wuying.Harness;
using Wuying.Harness.Processes;

namespace Wuying.Program.Tests;

/// <summary>The real program, as a command and as a service, on a file.</summary>
public sealed class Keys_of_a_service : IDisposable
{
    private const string ClockStart = "2023-10-25T01:00:00Z";
    private const string Summary = "/api/v1/fleet/summary";

    private readonly TemporaryFolder _folder = new();

    private string Store => $"sqlite:{_folder.File("fleet.db")}";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Are_made_before_its_first_start_and_outlive_it()
    {
        var key = await Keys.MakeAsync(Store, "--role", "operator", "--name", "night shift");
        await using (var first = await StartAsync())
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await first.Client.AskAsync(Summary));
            Assert.Equal(HttpStatusCode.OK, await first.Client.AskAsync(Summary, key));
            Assert.Contains("by access key", first.Said);
            Assert.Equal(0, await first.StopAsync());
        }

        var list = await Keys.RunAsync("list", "--store", Store);
        Assert.Matches($@"(?m)^{key.Id}  operator  enabled  \d{{4}}-\d\d-\d\d \d\d:\d\dZ  all\s+night shift$", list.Output);
        Assert.DoesNotContain(key.Secret, list.Output);

        Assert.Equal(0, (await Keys.RunAsync("disable", key.Id, "--store", Store)).ExitCode);
        await using var second = await StartAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, await second.Client.AskAsync(Summary, key));
        Assert.Equal(HttpStatusCode.Unauthorized, await second.Client.AskAsync(Summary));
    }

    [Fact]
    public async Task Are_made_by_the_service_while_it_has_the_store()
    {
        await using var api = await StartAsync();
        Assert.Contains("no access keys: whoever is at this machine is an administrator", api.Said);
        var url = api.Client.BaseAddress!.ToString();
        var administrator = Keys.Read(await Keys.RunAsync("create", "--role", "administrator", "--url", url));
        Assert.Equal(HttpStatusCode.OK, await api.Client.AskAsync(Summary, administrator));

        // From now on the command needs a key itself.
        var refused = await Keys.RunAsync("list", "--url", url);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("WUYING_ACCESS_KEY_SECRET", refused.Error);

        var viewer = Keys.Read(await Keys.RunAsync(administrator, "create", "--role", "viewer", "--regions", "cn-hangzhou", "--url", url));
        Assert.Equal(HttpStatusCode.OK, await api.Client.AskAsync("/api/v1/regions/cn-hangzhou", viewer));
        Assert.Equal(HttpStatusCode.Forbidden, await api.Client.AskAsync("/api/v1/regions/us-west-1", viewer));
        Assert.Equal(HttpStatusCode.Forbidden, await api.Client.AskAsync("/metrics", viewer));
        Assert.Equal(HttpStatusCode.OK, await api.Client.AskAsync("/metrics", administrator));
        Assert.Equal(HttpStatusCode.Unauthorized, await api.Client.AskAsync("/metrics"));

        Assert.Equal(0, (await Keys.RunAsync(administrator, "disable", viewer.Id, "--url", url)).ExitCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await api.Client.AskAsync("/api/v1/regions/cn-hangzhou", viewer));
        Assert.Contains("disabled", (await Keys.RunAsync(administrator, "list", "--url", url)).Output);
    }

    [Fact]
    public async Task Are_asked_of_the_service_that_has_the_file_open()
    {
        await using var api = await StartAsync();
        var run = await Keys.RunAsync("list", "--store", Store);

        // Whether somebody listens at the usual address or not: the file was not touched.
        Assert.Contains("http://127.0.0.1:5080/", run.Output + run.Error);
    }

    [Fact]
    public async Task Are_no_demo_fleet()
    {
        await Keys.MakeAsync(Store, "--role", "administrator");
        var key = await Keys.MakeAsync(Store, "--role", "viewer");
        await using var api = await ApiProcess.StartAsync("--store", Store, "--demo-fleet", "7", "--rate", "0");
        using var answer = await api.Client.SendAsync(HttpMethod.Get, Summary, key);
        Assert.Equal(7, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Stand_in_every_event_that_somebody_asked_for()
    {
        var key = await Keys.MakeAsync(Store, "--role", "administrator");
        await using var api = await StartAsync();
        foreach (var (method, path, body) in Writes())
        {
            using var answer = await api.Client.SendAsync(method, path, key, body);
            Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {await answer.Content.ReadAsStringAsync()}");
        }

        using var events = await api.Client.SendAsync(HttpMethod.Get, "/api/v1/events?limit=1000", key);
        var items = (await events.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items").EnumerateArray().ToArray();
        var asked = items.Where(item => item.GetProperty("kind").GetString() is not "regionAdded").ToArray();
        Assert.All(asked, item => Assert.Equal(key.Id, item.GetProperty("requestedBy").GetString()));
        string[] kinds = ["automaticPushSet", "computerRegistered", "imageRegistered", "offerAccepted", "offerDeclined", "updateOffered", "updateRequested", "updateCancelled", "userConnected", "userDisconnected", "versionPublished", "pushStarted"];
        Assert.Empty(kinds.Except(asked.Select(item => item.GetProperty("kind").GetString()!)));
    }

    [Fact]
    public async Task Are_in_no_log_of_the_service()
    {
        var key = await Keys.MakeAsync(Store, "--role", "administrator");
        await using var api = await StartAsync(
            "--Logging:LogLevel:Default", "Trace", "--Logging:LogLevel:Microsoft", "Trace", "--Logging:Console:LogLevel:Microsoft.AspNetCore", "Trace", "--Logging:LogLevel:Orleans", "Debug");
        using var made = await api.Client.SendAsync(HttpMethod.Post, "/api/v1/access-keys", key, """{"role":"viewer"}""");
        var secret = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessKeySecret").GetString()!;
        using var session = await api.Client.SendAsync(HttpMethod.Post, "/api/v1/session", key, $$"""{"accessKeyId":"{{key.Id}}","accessKeySecret":"{{key.Secret}}"}""");
        Assert.Equal(HttpStatusCode.OK, session.StatusCode);
        const string Guess = "correct-horse-battery";
        Assert.Equal(
            HttpStatusCode.Forbidden,
            await api.Client.AskAsync($"/?Action=GetLoginToken&Version=2020-10-02&RegionId=cn-hangzhou&ClientId=client-1&EndUserId=alice&Password={Guess}"));
        await api.StopAsync();

        Assert.Contains("trce:", api.Said);
        Assert.All([key.Secret, secret, key.ToHeader().Parameter!, Guess], told => Assert.DoesNotContain(told, api.Said));
    }

    private static IEnumerable<(HttpMethod Method, string Path, string? Body)> Writes()
    {
        const string Region = "/api/v1/regions/cn-hangzhou";
        yield return (HttpMethod.Patch, Region, """{"automaticPush":false}""");
        yield return (HttpMethod.Post, "/api/v1/fleet/import", """{"computerId":"ecd-1","name":"n","regionId":"cn-hangzhou","officeNetworkId":"o","imageId":"m-1","imageType":"custom","currentVersion":"2.6.0-R-20230912.183045","status":"running","assignedUserIds":["alice"]}""");
        yield return (HttpMethod.Post, $"{Region}/versions", """{"version":"2.7.0-R-20231020.101500","packageSizeBytes":1,"releaseNotes":{"en":"a","zh":"b"}}""");
        yield return (HttpMethod.Post, $"{Region}/images", """{"name":"golden","version":"latest"}""");
        yield return (HttpMethod.Post, "/api/v1/computers/ecd-1/sessions", """{"userId":"alice"}""");
        yield return (HttpMethod.Delete, "/api/v1/computers/ecd-1/sessions/alice", null);
        yield return (HttpMethod.Post, $"{Region}/versions/latest/start-push", """{"computerIds":["ecd-1"]}""");
        yield return (HttpMethod.Post, "/api/v1/users/alice/computers/ecd-1/accept-update", """{"when":"in4Hours"}""");
        yield return (HttpMethod.Post, "/api/v1/users/alice/computers/ecd-1/decline-update", null);
        yield return (HttpMethod.Post, $"{Region}/updates", """{"version":"latest","computerIds":["ecd-1"],"method":"scheduled","date":"2023-10-27"}""");
        yield return (HttpMethod.Delete, "/api/v1/computers/ecd-1/pending-update", null);
        yield return (HttpMethod.Post, "/api/v1/computers/ecd-1/snapshots", """{"name":"before"}""");
    }

    private Task<ApiProcess> StartAsync(params string[] options) => ApiProcess.StartBlankAsync(_folder.File("fleet.db"), ClockStart, options);
}
