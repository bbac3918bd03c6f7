using System.Text.Json;

namespace Wuying.Api.Fleet.Import;

/// <summary>Says where JSON is wrong, in words of the body and not of our types.</summary>
internal static class JsonErrors
{
    public static string Describe(JsonException exception) => exception.Path is { } path and not "$"
        ? $"{path.TrimStart('$', '.')} is of the wrong kind."
        : $"Broken JSON, at byte {exception.BytePositionInLine + 1 ?? 1} of the line.";
}
