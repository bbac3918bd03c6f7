using System.Globalization;
using Orleans.Serialization;
using Orleans.Serialization.Serializers;
using Orleans.Storage;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Quotas;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;

namespace Wuying.Storage.States;

/// <summary>
/// Orleans' storage for grains, on the fleet store. Computers, images, regions and quotas have tables of their own,
/// every other state goes to the general one. The events and updates that a <see cref="Stored{T}"/> carries are
/// written in the state's own transaction, and taken off it once that is durable.
/// </summary>
/// <remarks>
/// States are serialized here, on the caller's thread, before they are queued: a state that cannot be written fails
/// its own grain and nobody else. A cleared state keeps its row and version, so that an activation which slept
/// through the clearing cannot write over what came after.
/// </remarks>
internal sealed class FleetGrainStorage(IStateStore store, Serializer serializer, IActivatorProvider activators, TimeProvider clock)
    : IGrainStorage
{
    private readonly QuotaStorage _quotas = new(store);

    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (grainState is IGrainState<StoredQuota> quota)
        {
            await _quotas.ReadAsync(grainId, quota);
            return;
        }

        var row = await store.ReadAsync(AddressOf<T>(stateName, grainId));
        grainState.State = row?.State is { } bytes ? serializer.Deserialize<T>(bytes) : activators.GetActivator<T>().Create();
        grainState.RecordExists = row?.State is not null;
        grainState.ETag = Spell(row?.Version);
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (grainState is IGrainState<StoredQuota> quota)
        {
            await _quotas.WriteAsync(grainId, quota);
            return;
        }

        var state = grainState.State;
        var beside = state as IStored;
        var write = new StateWrite(AddressOf<T>(stateName, grainId), VersionOf(grainState.ETag), serializer.SerializeToArray(state))
        {
            Computer = state is Stored<CloudComputer> computer ? ComputerColumns.Of(Present(computer, grainId)) : null,
            Image = state is Stored<CustomImage> image ? ImageColumns.Of(Present(image, grainId)) : null,
            WrittenAt = clock.GetUtcNow(),
            Events = beside is { NewEvents.IsDefault: false } ? beside.NewEvents : [],
            Updates = beside is { NewUpdates.IsDefault: false } ? beside.NewUpdates : [],
            Sessions = beside is { NewSessions.IsDefault: false } ? beside.NewSessions : [],
        };
        Check(write);
        await store.WriteAsync(write);
        grainState.RecordExists = true;
        grainState.ETag = Spell(write.NewVersion);
        if (beside is not null)
        {
            beside.NewEvents = [];
            beside.NewUpdates = [];
            beside.NewSessions = [];
        }
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var address = AddressOf<T>(stateName, grainId);
        if (grainState is IGrainState<StoredQuota> || address.Table is not StateTable.GrainState)
        {
            throw new NotSupportedException($"The state of {grainId} is part of the fleet's history and is not cleared.");
        }

        if (grainState.ETag is not null)
        {
            var write = new StateWrite(address, VersionOf(grainState.ETag), state: null) { WrittenAt = clock.GetUtcNow() };
            await store.WriteAsync(write);
            grainState.ETag = Spell(write.NewVersion);
        }

        grainState.State = activators.GetActivator<T>().Create();
        grainState.RecordExists = false;
    }

    /// <summary>A version as Orleans carries it.</summary>
    internal static string? Spell(long? version) => version?.ToString(CultureInfo.InvariantCulture);

    /// <summary>The version that Orleans carries; null when there is no row.</summary>
    internal static long? VersionOf(string? etag) => etag is null ? null : long.Parse(etag, CultureInfo.InvariantCulture);

    private static StateAddress AddressOf<T>(string stateName, GrainId grainId)
    {
        var key = grainId.Key.ToString() ?? "";
        return typeof(T) switch
        {
            var type when type == typeof(Stored<CloudComputer>) => new(StateTable.Computers, key),
            var type when type == typeof(Stored<CustomImage>) => new(StateTable.Images, key),
            var type when type == typeof(Stored<Region>) => new(StateTable.Regions, key),
            _ => new(StateTable.GrainState, key, grainId.Type.ToString() ?? "", stateName),
        };
    }

    // A computer's history and updates are told by nobody else: readers of its row may rely on having seen them all.
    private static void Check(StateWrite write)
    {
        var computer = write.Address.Table is StateTable.Computers ? write.Address.Key : null;
        if (write.Events.FirstOrDefault(change => change.Subject == FleetSubjects.Computer && change.SubjectId != computer) is { } foreign)
        {
            throw new InvalidOperationException($"{write.Key} tells of {foreign.SubjectId}; the history of a computer is written by that computer.");
        }

        if (write.Updates.FirstOrDefault(update => update.ComputerId.Value != computer) is { } other)
        {
            throw new InvalidOperationException($"{write.Key} records an update of {other.ComputerId}; a computer's updates are written by that computer.");
        }

        if (write.Sessions.FirstOrDefault(session => session.ComputerId.Value != computer) is { } elsewhere)
        {
            throw new InvalidOperationException($"{write.Key} records a session on {elsewhere.ComputerId}; a computer's sessions are written by that computer.");
        }
    }

    private static TRecord Present<TRecord>(Stored<TRecord> stored, GrainId grainId)
        where TRecord : class =>
        stored.Current ?? throw new InvalidOperationException($"{grainId} writes a state without anything in it.");
}
