using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wuying.Api.Json;

/// <summary>Reads a word that may also be given as <c>true</c> or <c>false</c>.</summary>
internal sealed class WordOrBooleanConverter : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.String => reader.GetString(),
        _ => throw new JsonException(),
    };

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
