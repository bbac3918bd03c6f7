using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;

namespace Wuying.Domain.EndUsers;

/// <summary>What the users of a computer are told about one of its updates.</summary>
[GenerateSerializer, Immutable, Alias("wuying.notification")]
public sealed record Notification
{
    /// <summary>The most that are kept for one user.</summary>
    public const int KeptMax = 100;

    /// <summary>What about.</summary>
    [Id(0)] public required NotificationKind Kind { get; init; }

    /// <summary>When.</summary>
    [Id(1)] public required DateTimeOffset At { get; init; }

    /// <summary>The computer.</summary>
    [Id(2)] public required CloudComputerId ComputerId { get; init; }

    /// <summary>What people call it.</summary>
    [Id(3)] public required string ComputerName { get; init; }

    /// <summary>Where it is.</summary>
    [Id(4)] public required RegionId RegionId { get; init; }

    /// <summary>The update.</summary>
    [Id(5)] public required UpdateId UpdateId { get; init; }

    /// <summary>Its target.</summary>
    [Id(6)] public required ImageVersion Version { get; init; }

    /// <summary>From when on the computer is not to be used; null where that does not matter.</summary>
    [Id(7)] public DateTimeOffset? StartsAt { get; init; }

    /// <summary>When it can be used again at the latest; null where that does not matter.</summary>
    [Id(8)] public DateTimeOffset? EndsAt { get; init; }

    /// <summary>Why the update did not succeed; null where it did, or may.</summary>
    [Id(9)] public RejectionCode? Reason { get; init; }
}
