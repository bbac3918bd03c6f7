using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wuying.Api.Access;
using Wuying.Api.Tests.Ecd;
using Wuying.Api.Tests.Fakes;
using Wuying.Domain.Access;

namespace Wuying.Api.Tests.Access;

/// <summary>Secrets and passwords stand in no log, however much is logged, and in no answer but the one that makes them.</summary>
public sealed class What_is_never_told
{
    private const string Password = "correct-horse-battery";
    private const string Client = "Version=2020-10-02&ClientId=client-1";

    // As somebody sets it who wants to see all there is.
    private static readonly string[] Everything = [.. new[] { "Default", "Microsoft", "Microsoft.AspNetCore", "Microsoft.AspNetCore.Hosting.Diagnostics" }.SelectMany(name => new[] { $"--Logging:LogLevel:{name}", "Trace" })];

    [Fact]
    public async Task Is_in_no_log_and_in_no_answer()
    {
        var log = new HeardLog();
        await using var api = await TestApi.StartAsync(new FakeFleet(), builder => builder.Services.AddSingleton<ILoggerProvider>(log), Everything);
        await EcdFleet.FillAsync(api.Fleet);
        var own = await api.MakeKeyAsync(Role.Administrator);
        api.Use(own);
        var (_, made, _) = await api.SendAsync("POST", "/api/v1/access-keys", """{"role":"viewer"}""");
        var other = made.GetProperty("accessKeySecret").GetString()!;
        string[] answers =
        [
            await TextAsync("POST", "/api/v1/session", $$"""{"accessKeyId":"{{own.Id}}","accessKeySecret":"{{own.Secret}}"}"""),
            await TextAsync("POST", "/api/v1/session", $$"""{"accessKeyId":"{{own.Id}}","accessKeySecret":7,"x":"{{own.Secret}}"}"""),
            await TextAsync("PUT", "/api/v1/users/alice/password", $$"""{"password":"{{Password}}"}"""),
            await TextAsync("PUT", "/api/v1/users/alice/password", $$"""{"password":"{{Password}}","nobody":1}"""),
            await TextAsync("GET", "/api/v1/access-keys"),
            await TextAsync("GET", "/openapi/v1.json"),
        ];

        // The product's clients send passwords and tokens in addresses.
        var logOn = JsonElement.Parse(await BodyAsync("POST", $"/?{Client}&Action=GetLoginToken&RegionId={EcdFleet.Here}&EndUserId=alice&Password={Password}"));
        var token = logOn.GetProperty("LoginToken").GetString()!;
        Assert.Contains(EcdFleet.Free, await BodyAsync("GET", $"/?{Client}&Action=DescribeUserResources&LoginToken={token}"), StringComparison.Ordinal);
        Assert.Contains("InvalidPassword", await BodyAsync("GET", $"/?{Client}&Action=GetLoginToken&RegionId={EcdFleet.Here}&EndUserId=bob&Password={Password}"), StringComparison.Ordinal);
        api.Fleet.Computers["ecd-1"].Failure = new InvalidOperationException($"It broke with {own.Id}.");
        await TextAsync("GET", "/api/v1/computers/ecd-1");

        Assert.True(log.Lines.Count > 100);
        Assert.Contains(log.Lines, line => line.Contains("It broke", StringComparison.Ordinal));
        var header = own.ToHeader().Parameter!;
        Assert.All([own.Secret, other, Password, header, token], secret =>
        {
            Assert.DoesNotContain(log.Lines, line => line.Contains(secret, StringComparison.Ordinal));
            Assert.DoesNotContain(answers, answer => answer.Contains(secret, StringComparison.Ordinal));
        });

        async Task<string> TextAsync(string method, string path, string? json = null)
        {
            var (_, _, response) = await api.SendAsync(method, path, json);
            return $"{response.Headers} {await response.Content.ReadAsStringAsync()}";
        }

        async Task<string> BodyAsync(string method, string path) => await (await api.SendAsync(method, path)).Response.Content.ReadAsStringAsync();
    }

    [Fact]
    public void Is_in_no_text_of_what_holds_it()
    {
        var key = new AccessKey { Id = "LTAI1", Role = Role.Viewer, CreatedAt = default, CreatedBy = "test" };
        Assert.All(
            [
                $"{new KnownAccessKey(key, "secret")}",
                $"{new SetPasswordRequest { Password = "secret" }}",
                $"{new BeginSessionRequest { AccessKeyId = "LTAI1", AccessKeySecret = "secret" }}",
                $"{key.ToResponse() with { AccessKeySecret = "secret" }}",
            ],
            text => Assert.DoesNotContain("secret", text, StringComparison.Ordinal));
    }

    private sealed class HeardLog : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public IReadOnlyCollection<string> Lines => _lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            _lines.Enqueue($"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = new StringBuilder(formatter(state, exception)).Append(' ').Append(exception);
            foreach (var (name, value) in state as IEnumerable<KeyValuePair<string, object?>> ?? [])
            {
                line.Append(' ').Append(name).Append('=').Append(value);
            }

            _lines.Enqueue(line.ToString());
        }

        public void Dispose()
        {
        }
    }
}
