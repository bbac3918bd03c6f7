using System.Net;
using System.Text.Json;
using Wuying.Api.Tests.Fakes;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;

namespace Wuying.Api.Tests.Http;

public sealed class R22_Cancelling_in_bulk : IAsyncLifetime
{
    private const string Updates = "/api/v1/regions/cn-hangzhou/updates";
    private TestApi _api = null!;

    public async ValueTask InitializeAsync()
    {
        _api = await TestApi.StartAsync();
        Add(Samples.Computer("ecd-1"));
        Add(Samples.Computer("ecd-2"));
        Add(Samples.Computer("ecd-far", "eu-central-1"));
        await _api.SendAsync(
            "POST", "/api/v1/regions/cn-hangzhou/versions", $$$"""{"version":"{{{Samples.NewerVersion}}}","packageSizeBytes":5,"releaseNotes":{"en":"a","zh":"b"}}""");
        await _api.SendAsync("POST", Updates, """{"version":"latest","computerIds":["ecd-1"],"method":"scheduled","date":"2023-10-26"}""");
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Answers_for_each_computer_in_request_order()
    {
        var (status, body, _) = await _api.SendAsync("POST", $"{Updates}/cancel", """{"computerIds":["ecd-2","ecd-far","ecd-1","ghost","ecd-1"]}""");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(
            ["ecd-2 rejected NoPendingUpdate", "ecd-far rejected ComputerNotFound", "ecd-1 accepted ", "ghost rejected ComputerNotFound", "ecd-1 accepted "],
            body.GetProperty("items").EnumerateArray().Select(item => $"{item.GetProperty("computerId")} {item.GetProperty("outcome")} {item.GetProperty("code")}"));
        Assert.Null(_api.Fleet.Computers["ecd-1"].Current!.PendingUpdate);
    }

    [Fact]
    public async Task Lets_no_computer_that_fails_hinder_another()
    {
        _api.Fleet.Computers["ecd-2"].Failure = new TimeoutException();
        var (_, body, _) = await _api.SendAsync("POST", $"{Updates}/cancel", """{"computerIds":["ecd-2","ecd-1"]}""");
        Assert.Equal(["rejected", "accepted"], body.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("outcome").GetString()));
        Assert.Equal("OutcomeUnknown", body.GetProperty("items")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Asks_again_under_the_same_key_whose_outcome_was_unknown()
    {
        const string Both = """{"computerIds":["ecd-2","ecd-1"]}""";
        _api.Fleet.Computers["ecd-1"].Failure = new SiloUnavailableException();
        var (_, first, _) = await _api.SendAsync("POST", $"{Updates}/cancel", Both, "key-1");
        Assert.Equal("OutcomeUnknown", first.GetProperty("items")[1].GetProperty("code").GetString());

        _api.Fleet.Computers["ecd-1"].Failure = null;
        var (_, second, _) = await _api.SendAsync("POST", $"{Updates}/cancel", Both, "key-1");
        Assert.Equal("accepted", second.GetProperty("items")[1].GetProperty("outcome").GetString());

        var (_, third, response) = await _api.SendAsync("POST", $"{Updates}/cancel", Both, "key-1");
        Assert.Equal(second.GetRawText(), third.GetRawText());
        Assert.True(response.Headers.Contains("Idempotency-Replayed"));
    }

    [Fact]
    public async Task By_filter_is_an_operation_that_counts_refusals_by_code()
    {
        var (status, body, response) = await _api.SendAsync("POST", $"{Updates}/cancel", """{"filter":{"pending":"scheduled"}}""");
        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Equal("{}", body.GetProperty("rejectedByCode").GetRawText());
        var operation = _api.Fleet.Queries.LastOperation!;
        Assert.Equal((PendingFilter.Scheduled, new BulkCommand(null, "operator")), (operation.Filter!.Pending!.Value, operation.Current!.Command));

        operation.Finish(("UpdateInProgress", 3), ("NoPendingUpdate", 12));

        var (_, read, _) = await _api.SendAsync("GET", response.Headers.Location!.ToString());
        Assert.Equal(("finished", 15), (read.GetProperty("state").GetString(), read.GetProperty("rejected").GetInt32()));
        Assert.Equal("""{"NoPendingUpdate":12,"UpdateInProgress":3}""", read.GetProperty("rejectedByCode").GetRawText());
        Assert.Equal(JsonValueKind.Array, read.GetProperty("items").ValueKind);
    }

    private void Add(CloudComputer computer) => _api.Fleet.Computers[computer.Id.Value] = new FakeComputer { Current = computer };
}
