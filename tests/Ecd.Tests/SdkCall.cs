using System.Text.Json;

namespace Wuying.Ecd.Tests;

/// <summary>A call, as <c>scripts/sdk.mjs</c> reads it.</summary>
/// <param name="Way">Which package makes it, and how.</param>
/// <param name="KeyId">The access key; null for a call of an end user, which is not signed.</param>
/// <param name="Secret">Signs it.</param>
/// <param name="Version">The version of the API.</param>
/// <param name="Action">The action.</param>
/// <param name="Parameters">The action's parameters, as programs write them.</param>
internal sealed record SdkCall(string Way, string? KeyId, string? Secret, string Version, string Action, JsonElement Parameters);
