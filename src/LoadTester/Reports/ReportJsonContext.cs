using System.Text.Json.Serialization;
using Wuying.LoadTester.Runs;

namespace Wuying.LoadTester.Reports;

/// <summary>How reports are written, with serializers made at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(RunReport))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
