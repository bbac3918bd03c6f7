using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wuying.Grains.Fleet;

/// <summary>Writes an id as plain text. Events are written by grains and never read back into ids.</summary>
/// <typeparam name="TId">The id.</typeparam>
/// <param name="spell">Its spelling.</param>
internal sealed class IdJsonConverter<TId>(Func<TId, string> spell) : JsonConverter<TId>
    where TId : struct
{
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Events are not read back.");

    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(spell(value));
}
