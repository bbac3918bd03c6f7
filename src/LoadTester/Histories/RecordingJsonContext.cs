using System.Text.Json.Serialization;
using Wuying.LoadTester.Invariants;

namespace Wuying.LoadTester.Histories;

/// <summary>How the lines of a recording are read and written, with serializers made at build time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(HistoryEvent))]
[JsonSerializable(typeof(RecordingLine))]
internal sealed partial class RecordingJsonContext : JsonSerializerContext;
