using System.Text.Json;

namespace Wuying.Api.Tests.Ecd;

/// <summary>What the product publishes of the actions that matter here: names of parameters and of fields.</summary>
internal static class Contract
{
    private static readonly JsonElement Root = JsonElement.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Ecd", "contract.json")));

    /// <summary>All actions.</summary>
    public static IEnumerable<(string Version, string Name)> Actions =>
        from version in Root.EnumerateObject()
        from action in version.Value.EnumerateObject()
        select (version.Name, action.Name);

    /// <summary>The parameters of an action, lists with <c>[]</c> behind them; null for an action of this project's own.</summary>
    public static IReadOnlyList<string>? ParametersOf(string version, string action) => Find(version, action, "parameters");

    /// <summary>The fields of an action's answer.</summary>
    public static IReadOnlyList<string>? FieldsOf(string version, string action) => Find(version, action, "fields");

    private static string[]? Find(string version, string action, string kind) => Root.GetProperty(version).TryGetProperty(action, out var found)
        ? [.. found.GetProperty(kind).EnumerateArray().Select(name => name.GetString()!)]
        : null;
}
