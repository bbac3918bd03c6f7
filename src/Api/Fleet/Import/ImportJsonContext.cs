using System.Text.Json.Serialization;

namespace Wuying.Api.Fleet.Import;

/// <summary>Reads rows by their exact names. Members we do not know are passed over: other people's answers grow.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(DesktopRow))]
[JsonSerializable(typeof(ImageRow))]
internal sealed partial class ImportJsonContext : JsonSerializerContext;
