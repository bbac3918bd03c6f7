using System.Text.Json.Serialization;
using Wuying.Api.Fleet.Export;

namespace Wuying.Api.Fleet.Import;

/// <summary>Reads the API's own shape, which is written in camel case.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ComputerRow))]
[JsonSerializable(typeof(ImageLine))]
[JsonSerializable(typeof(RegionLine))]
[JsonSerializable(typeof(VersionLine))]
internal sealed partial class ImportLineJsonContext : JsonSerializerContext;
