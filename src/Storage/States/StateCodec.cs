using Orleans.Serialization;
using Wuying.Contracts.Fleet;

namespace Wuying.Storage.States;

/// <summary>Reads the records in states' bytes.</summary>
internal sealed class StateCodec(Serializer serializer)
{
    /// <summary>The record of a stored state.</summary>
    public TRecord Read<TRecord>(byte[] state)
        where TRecord : class =>
        serializer.Deserialize<Stored<TRecord>>(state)?.Current ?? throw new InvalidDataException($"A stored {typeof(TRecord).Name} has nothing in it.");

    /// <summary>Any value as bytes.</summary>
    public byte[] Write<T>(T value) => serializer.SerializeToArray(value);

    /// <summary>A value that was written as bytes.</summary>
    public T ReadValue<T>(byte[] bytes) 
        where T : class =>
        serializer.Deserialize<T>(bytes) ?? throw new InvalidDataException($"A stored {typeof(T).Name} has nothing in it.");
}
