using System.Text.Json;

namespace Wuying.Ecd.Tests;

/// <summary>What came of a call: an answer, or what the package threw.</summary>
internal sealed record SdkOutcome(JsonElement? Answer, SdkError? Error);
