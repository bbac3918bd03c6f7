using System.Collections.Immutable;
using Wuying.Domain.EndUsers;

namespace Wuying.Contracts.Fleet;

/// <summary>A notification and who gets it.</summary>
/// <param name="Notification">What is told.</param>
/// <param name="To">Each of them once.</param>
[GenerateSerializer, Immutable, Alias("wuying.notice")]
public sealed record Notice(
    [property: Id(0)] Notification Notification,
    [property: Id(1)] ImmutableArray<UserId> To);
