using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wuying.Api.Json;

/// <summary>Writes instants as <c>2023-10-25T16:00:00Z</c>, with a fraction only where there is one (R31); reads them with any offset, but not without.</summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    private const string Written = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    private static readonly string[] FormatsRead =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK",
    ];

    /// <summary>An instant as the API writes it.</summary>
    public static string Format(DateTimeOffset instant) => instant.UtcDateTime.ToString(Written, CultureInfo.InvariantCulture);

    /// <summary>Reads an instant; false when it is not one, or says no offset.</summary>
    public static bool TryParse(string? text, out DateTimeOffset instant)
    {
        instant = default;
        if (text is null || text.Length is < 17 or > 40 || !HasOffset(text)
            || !DateTimeOffset.TryParseExact(text, FormatsRead, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
        {
            return false;
        }

        instant = read.ToUniversalTime();
        return true;
    }

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && TryParse(reader.GetString(), out var instant) ? instant : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(Format(value));

    private static bool HasOffset(string text) => text[^1] is 'Z' || text[^6] is '+' or '-';
}
