using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wuying.Grains.Fleet;

/// <summary>Writes an instant in UTC with <c>Z</c>, as every answer does (R31). Events are written by grains and never read back into instants.</summary>
internal sealed class InstantJsonConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Events are not read back.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
}
