using System.Text.Json.Serialization;
using Wuying.Domain.Decisions;
using Wuying.Domain.EndUsers;

namespace Wuying.Api.EndUsers;

/// <summary>What a user is told about an update of one of their computers.</summary>
public sealed record NotificationResponse(
    string NotificationId,
    NotificationKind Kind,
    DateTimeOffset At,
    bool IsNew,
    string ComputerId,
    string ComputerName,
    string RegionId,
    string UpdateId,
    string Version,
    DateTimeOffset? StartsAt,
    DateTimeOffset? EndsAt,
    RejectionCode? Reason,
    NotificationText Text)
{
    /// <summary>What to mind before the update (R10); left out where there is nothing to mind.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<NotificationText>? Precautions { get; init; }
}
