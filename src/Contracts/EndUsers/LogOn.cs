using System.Collections.Immutable;
using Wuying.Domain.CloudComputers;

namespace Wuying.Contracts.EndUsers;

/// <summary>What an end user sees after logging on to the client (R8).</summary>
/// <param name="Notifications">Newest first, at most <see cref="Domain.EndUsers.Notification.KeptMax"/>.</param>
/// <param name="SeenThrough">The last one that an earlier log-on showed; those after it are new.</param>
/// <param name="Computers">The computers that the user may connect to, by id.</param>
[GenerateSerializer, Immutable, Alias("wuying.log-on")]
public sealed record LogOn(
    [property: Id(0)] ImmutableArray<RecordedNotification> Notifications,
    [property: Id(1)] long SeenThrough,
    [property: Id(2)] ImmutableArray<CloudComputer> Computers);
