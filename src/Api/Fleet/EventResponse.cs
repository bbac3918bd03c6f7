using System.Text.Json;

namespace Wuying.Api.Fleet;

/// <summary>One change of the fleet: who asked, when, what, why, from what to what.</summary>
public sealed record EventResponse(
    long Sequence,
    DateTimeOffset At,
    string RegionId,
    string Subject,
    string SubjectId,
    string Kind,
    string RequestedBy,
    JsonElement Data,
    JsonElement? Before,
    JsonElement? After);
