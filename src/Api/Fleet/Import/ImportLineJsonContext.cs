using System.Text.Json.Serialization;

namespace Wuying.Api.Fleet.Import;

/// <summary>Reads the API's own shape, which is written in camel case.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ComputerRow))]
internal sealed partial class ImportLineJsonContext : JsonSerializerContext;
