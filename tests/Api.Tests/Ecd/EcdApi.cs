using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Wuying.Api.Access;
using Wuying.Api.Ecd;
using Wuying.Api.Ecd.Protocol;
using Wuying.Api.Tests.Fakes;

namespace Wuying.Api.Tests.Ecd;

/// <summary>A running Api over <see cref="EcdFleet"/>, with callers of both versions.</summary>
internal sealed class EcdApi : IAsyncDisposable
{
    public const string Password = "correct horse";

    private EcdApi(TestApi api)
    {
        Api = api;
        Admin = new EcdClient(api);
        EndUser = new EcdClient(api, version: EcdVersions.EndUser);
    }

    public TestApi Api { get; }

    public FakeFleet Fleet => Api.Fleet;

    /// <summary>Calls for administrators; without keys everybody is one.</summary>
    public EcdClient Admin { get; }

    /// <summary>Calls for end users.</summary>
    public EcdClient EndUser { get; }

    /// <summary>Every action there is.</summary>
    public static IEnumerable<EcdAction> Actions => EcdActions.Table.All;

    public static Task<EcdApi> StartAsync(params string[] more) => StartAsync(_ => { }, more);

    /// <summary>Starts it with something else in it.</summary>
    public static async Task<EcdApi> StartAsync(Action<WebApplicationBuilder> change, params string[] more)
    {
        var api = new EcdApi(await TestApi.StartAsync(new FakeFleet(), change, more));
        await EcdFleet.FillAsync(api.Fleet);
        foreach (var user in new[] { "alice", "bob" })
        {
            await api.Api.Services.GetRequiredService<IUserPasswords>().SetAsync(new(user), Password, "test");
        }

        return api;
    }

    /// <summary>Logs an end user on.</summary>
    /// <returns>The token.</returns>
    public async Task<string> LogOnAsync(string user = "alice") => (await EndUser.AskAsync(
        "GetLoginToken", ("RegionId", EcdFleet.Here), ("ClientId", ActionSamples.Client), ("EndUserId", user), ("Password", Password))).GetProperty("LoginToken").GetString()!;

    /// <summary>Who calls actions of a version.</summary>
    public EcdClient Of(string version) => version is EcdVersions.EndUser ? EndUser : Admin;

    public ValueTask DisposeAsync() => Api.DisposeAsync();
}
