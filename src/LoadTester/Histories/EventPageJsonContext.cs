using System.Text.Json.Serialization;
using Wuying.LoadTester.Invariants;
using Wuying.LoadTester.Service;

namespace Wuying.LoadTester.Histories;

/// <summary>How pages of events are read, with serializers made at build time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(PageView<HistoryEvent>))]
internal sealed partial class EventPageJsonContext : JsonSerializerContext;
