using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Wuying.Bench.Measuring;

namespace Wuying.Bench.Reports;

/// <summary>A run of the program, as its file keeps it.</summary>
/// <param name="Date">When it began.</param>
/// <param name="Machine">Where.</param>
/// <param name="Settings">What was asked for.</param>
/// <param name="Measurements">What it brought.</param>
internal sealed record Run(DateTimeOffset Date, Machine Machine, Settings Settings, ImmutableArray<Findings> Measurements)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Writes it to a file.</summary>
    public async Task SaveAsync(string path)
    {
        await using var file = File.Create(path);
        await JsonSerializer.SerializeAsync(file, this, Json);
    }

    /// <summary>Reads one.</summary>
    public static async Task<Run> LoadAsync(string path)
    {
        await using var file = File.OpenRead(path);
        return await JsonSerializer.DeserializeAsync<Run>(file, Json) ?? throw new InvalidOperationException($"{path} holds no run.");
    }
}
