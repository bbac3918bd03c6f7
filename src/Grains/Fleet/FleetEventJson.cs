using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Snapshots;
using Wuying.Domain.Updates;

namespace Wuying.Grains.Fleet;

/// <summary>How facts are written as JSON: camel case, ids as plain text, instants in UTC, no nulls.</summary>
internal static class FleetEventJson
{
    private const int SizeExpected = 1_024;

    private static readonly ConcurrentDictionary<Type, string> Kinds = [];

    // A night writes a million small objects, none of them across an await: each thread keeps what it writes with.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    /// <summary>The serializer's rules.</summary>
    public static FleetEventJsonContext Context { get; } = new(new JsonSerializerOptions(FleetEventJsonContext.Default.Options)
    {
        Converters =
        {
            new JsonStringEnumConverter<RejectionCode>(),
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase),
            new IdJsonConverter<CloudComputerId>(id => id.Value),
            new IdJsonConverter<ImageId>(id => id.Value),
            new IdJsonConverter<ImageVersion>(version => version.Number),
            new IdJsonConverter<RegionId>(id => id.Value),
            new IdJsonConverter<SnapshotId>(id => id.Value),
            new IdJsonConverter<UpdateId>(id => id.Value),
            new IdJsonConverter<UserId>(id => id.Value),
            new InstantJsonConverter(),
        },
    });

    /// <summary>The kind of a fact: the name of its type as the API writes it.</summary>
    public static string KindOf(object fact) => Kinds.GetOrAdd(fact.GetType(), static type => JsonNamingPolicy.CamelCase.ConvertName(type.Name));

    /// <summary>A fact, whole.</summary>
    public static string Write(object fact) => Write(fact, static (writer, fact) => JsonSerializer.Serialize(writer, fact, fact.GetType(), Context));

    /// <summary>What a function writes.</summary>
    public static string Write<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        var buffer = _buffer ??= new ArrayBufferWriter<byte>(SizeExpected);
        var writer = _writer ??= new Utf8JsonWriter(buffer);
        buffer.ResetWrittenCount();
        writer.Reset();
        write(writer, value);
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>An enum's word as the API writes it.</summary>
    public static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => Words<TEnum>.All.TryGetValue(value, out var word) ? word : JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static class Words<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly Dictionary<TEnum, string> All = Enum.GetValues<TEnum>().ToDictionary(
            value => value, value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));
    }
}
