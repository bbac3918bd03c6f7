using System.Collections.Immutable;
using Wuying.Domain.Regions;

namespace Wuying.Domain.Access;

/// <summary>A key that callers of the service identify themselves by. Its secret is no part of it.</summary>
[GenerateSerializer, Immutable, Alias("wuying.access-key")]
public sealed record AccessKey
{
    /// <summary>The longest name.</summary>
    public const int NameLengthMax = 64;

    /// <summary>Names the key, e.g. <c>LTAI5tq8zk3w0m1v7c2xb</c>; history shows it for whoever asked.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>What people call it; null when nobody said.</summary>
    [Id(1)] public string? Name { get; init; }

    /// <summary>What its holder may do.</summary>
    [Id(2)] public required Role Role { get; init; }

    /// <summary>The regions that its holder sees and acts in; null for all of them.</summary>
    [Id(3)] public ImmutableArray<RegionId>? Regions { get; init; }

    /// <summary>When it was made, by the system's clock, like all instants here: keys live in their holders' time.</summary>
    [Id(4)] public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who made it: another key's id, or a word for somebody at the machine.</summary>
    [Id(5)] public required string CreatedBy { get; init; }

    /// <summary>When it was disabled, for good; null while it can be used.</summary>
    [Id(6)] public DateTimeOffset? DisabledAt { get; init; }

    /// <summary>Who disabled it.</summary>
    [Id(7)] public string? DisabledBy { get; init; }

    /// <summary>About when it was last used: to the minute, no better; null before the first time.</summary>
    [Id(8)] public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>True when it can be used no more.</summary>
    public bool IsDisabled => DisabledAt is not null;
}
