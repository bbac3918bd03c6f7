using Orleans.Serialization;
using Wuying.Contracts.Access;
using Wuying.Domain.Access;
using Wuying.Silo.Hosting;
using Wuying.Storage.Hosting;

namespace Wuying.Api.Access.Commands;

/// <summary>The keys in a store, without a silo: nothing of the fleet begins to work.</summary>
internal sealed class StoreKeys : IKeysPlace
{
    private const string Requester = "command line";

    private readonly IHost _host;
    private readonly StoreLocation _location;

    private StoreKeys(IHost host, StoreLocation location) => (_host, _location) = (host, location);

    public string Shown => $"the store {_location.Shown}";

    private IAccessStore Store => _host.Services.GetRequiredService<IAccessStore>();

    /// <summary>Opens a store; a new one is made.</summary>
    public static async Task<StoreKeys> OpenAsync(StoreLocation location)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
#pragma warning disable RS0030 // Keys live in their holders' time.
        builder.Services.AddSingleton(TimeProvider.System);
#pragma warning restore RS0030
        builder.Services.AddSerializer().AddSecrets();
        if (location.Kind is StoreKind.Postgres)
        {
            builder.Services.AddPostgresFleetStore(location.Value);
        }
        else
        {
            builder.Services.AddSqliteFleetStore(Path.GetFullPath(location.Value));
        }

        var host = builder.Build();
        try
        {
            await host.StartAsync();
            return new StoreKeys(host, location);
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    public async Task<AccessKeyResponse> CreateAsync(CreateAccessKeyRequest wanted)
    {
        var (made, refused) = await _host.Services.GetRequiredService<AccessKeyMaker>().MakeAsync(wanted.ToKey(AccessKeySecrets.NewId(), Requester));
        return made is null ? throw new KeysFailedException(refused!.Message) : made.Key.ToResponse() with { AccessKeySecret = made.Secret };
    }

    public async Task<IReadOnlyList<AccessKeyResponse>> ListAsync() =>
        [.. (await Store.ReadKeysAsync(knownRevision: -1) ?? AccessKeyDirectory.Empty).Entries.Select(entry => entry.Key.ToResponse())];

    public async Task DisableAsync(string id)
    {
        if (await Store.DisableKeyAsync(id, Requester) is null)
        {
            throw new KeysFailedException($"No access key has the id {id}.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
