using Wuying.Domain.EndUsers;

namespace Wuying.Contracts.EndUsers;

/// <summary>A notification as the store keeps it.</summary>
/// <param name="Sequence">The sequence number of the event it tells of: no event is told to one user twice.</param>
/// <param name="Notification">What is told.</param>
[GenerateSerializer, Immutable, Alias("wuying.recorded-notification")]
public sealed record RecordedNotification(
    [property: Id(0)] long Sequence,
    [property: Id(1)] Notification Notification);
