using Wuying.Domain.Decisions;
using Wuying.Domain.Images;
using Wuying.Domain.Updates;

namespace Wuying.Contracts.Fleet;

/// <summary>So many updates that have all of this in common: what a night is drawn from, however many computers it had.</summary>
[GenerateSerializer, Immutable, Alias("wuying.update-group")]
public sealed record UpdateGroup
{
    /// <summary>The region-local day they are meant for.</summary>
    [Id(0)] public required DateOnly Date { get; init; }

    /// <summary>How they were asked for.</summary>
    [Id(1)] public required UpdateMethod Method { get; init; }

    /// <summary>How far they are, or how they ended.</summary>
    [Id(2)] public required UpdateRowState State { get; init; }

    /// <summary>The last thing that stood against them.</summary>
    [Id(3)] public RejectionCode? Reason { get; init; }

    /// <summary>The version before.</summary>
    [Id(4)] public required ImageVersion FromVersion { get; init; }

    /// <summary>The target.</summary>
    [Id(5)] public required ImageVersion Version { get; init; }

    /// <summary>True once their snapshot is there.</summary>
    [Id(6)] public required bool HasSnapshot { get; init; }

    /// <summary>The slot of time in which their machines began; null when they did not, or nobody asked for slots.</summary>
    [Id(7)] public DateTimeOffset? StartedIn { get; init; }

    /// <summary>The slot of time in which they ended; null as before.</summary>
    [Id(8)] public DateTimeOffset? FinishedIn { get; init; }

    /// <summary>How many.</summary>
    [Id(9)] public required long Count { get; init; }
}
