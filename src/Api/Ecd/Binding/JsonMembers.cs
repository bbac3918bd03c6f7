using System.Text.Json;

namespace Wuying.Api.Ecd.Binding;

/// <summary>Reads objects that calls carry as JSON in one parameter.</summary>
internal static class JsonMembers
{
    /// <summary>The members as texts, as if they had come behind dots; false when it is no flat object.</summary>
    public static bool TryRead(string json, out IReadOnlyDictionary<string, string> members)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        members = read;
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind is JsonValueKind.Object && document.RootElement.EnumerateObject().All(member => Add(read, member));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool Add(Dictionary<string, string> members, JsonProperty member) => member.Value.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.String => IsText(member, out var text) && members.TryAdd(member.Name, text),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => members.TryAdd(member.Name, member.Value.GetRawText()),
        _ => false,
    };

    // Half a character is no text.
    private static bool IsText(JsonProperty member, out string text)
    {
        try
        {
            text = member.Value.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            text = string.Empty;
            return false;
        }
    }
}
