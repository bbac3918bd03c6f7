using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Wuying.Api.Access;
using Wuying.Api.Tests.Access;
using Wuying.Api.Tests.Ecd;
using Wuying.Api.Tests.Fakes;
using Wuying.Api.Tests.Http.BadInput;
using Wuying.Domain.Access;
using Wuying.Harness;

namespace Wuying.Api.Tests.Fuzz;

/// <summary>Random requests and right ones with something changed in them, over both protocols.</summary>
[Collection(nameof(Alone))]
public sealed class Requests_of_every_kind : IAsyncLifetime
{
    private const int Seed = 1;
    private const int RoundSize = 1_000;
    private const int FaultsTold = 5;
    private const long GrowthMax = 16 * 1024 * 1024;

    private readonly ManualClock _clock = new();
    private readonly Dictionary<(bool IsCall, int Class), int> _answers = [];
    private readonly List<string> _faults = [];
    private DirectApi _api = null!;
    private FuzzedCalls _calls = null!;
    private FuzzedRoutes _routes = null!;

    public async ValueTask InitializeAsync()
    {
        _api = await DirectApi.StartAsync(clock: _clock, more: ["--RateLimits:RequestsPerMinute", "0"]);
        var (_, described) = await _api.SendAsync(request => request.Path = "/openapi/v1.json");
        await FillAsync();
        await _api.Services.GetRequiredService<IUserPasswords>().SetAsync(new("alice"), EcdApi.Password, "test");
        var key = await _api.MakeKeyAsync(Role.Administrator);
        var (_, token) = await _api.SendAsync(request =>
        {
            request.Method = "POST";
            request.QueryString = new($"?Action=GetLoginToken&Version=2020-10-02&RegionId={EcdFleet.Here}&ClientId={ActionSamples.Client}&EndUserId=alice&Password={Uri.EscapeDataString(EcdApi.Password)}");
        });
        var random = new Random(Seed);
        _calls = new(random, key, JsonElement.Parse(token).GetProperty("LoginToken").GetString()!, _clock);
        _routes = new(random, key, new ApiRoutes(JsonElement.Parse(described)).Read());
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Are_all_answered_by_a_service_that_does_not_fail_and_does_not_grow()
    {
        var rounds = TestLength.Of(100, 1_000);
        var before = 0L;
        for (var round = 0; round < rounds; round++)
        {
            if (round == rounds / 4)
            {
                before = GC.GetTotalMemory(forceFullCollection: true);
            }

            await RunAsync();
            Assert.True(_faults.Count == 0, $"With the seed {Seed}:\n{string.Join("\n\n", _faults)}");
        }

        var growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.True(growth < GrowthMax, $"{growth:N0} bytes more are kept after {rounds * RoundSize:N0} requests than after a quarter of them.");
        AssertGotThrough(isCall: true);
        AssertGotThrough(isCall: false);
    }

    private async Task RunAsync()
    {
        await FillAsync();
        _clock.Advance(TimeSpan.FromSeconds(1));
        for (var number = 0; number < RoundSize && _faults.Count < FaultsTold; number++)
        {
            var isCall = number % 2 == 0;
            var request = isCall ? _calls.Next() : _routes.Next();
            try
            {
                var (status, body) = await _api.SendAsync(request.Write);
                var kind = (isCall, status / 100);
                _answers[kind] = _answers.GetValueOrDefault(kind) + 1;
                if (status >= 500)
                {
                    _faults.Add($"{status} {body}\n{request}");
                }
            }
#pragma warning disable CA1031 // Whatever it is, a service that throws has failed.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                _faults.Add($"{exception}\n{request}");
            }
        }
    }

    // Requests that all end at the door would prove little.
    private void AssertGotThrough(bool isCall)
    {
        var (done, refused) = (_answers.GetValueOrDefault((isCall, 2)), _answers.GetValueOrDefault((isCall, 4)));
        Assert.True(done > (done + refused) / 10 && refused > (done + refused) / 10, $"{(isCall ? "Calls" : "REST")}: {done} succeeded, {refused} were refused.");
    }

    private async Task FillAsync()
    {
        _api.Fleet.Users.Clear();
        _api.Fleet.Requests.Clear();
        _api.Fleet.Nonces.Clear();
        await EcdFleet.FillAsync(_api.Fleet);
    }
}
