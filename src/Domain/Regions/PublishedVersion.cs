using System.Collections.Immutable;
using Wuying.Domain.Images;

namespace Wuying.Domain.Regions;

/// <summary>An entry of a region's update catalogue (R2).</summary>
[GenerateSerializer, Immutable, Alias("wuying.published-version")]
public sealed record PublishedVersion
{
    /// <summary>The languages in which release notes must be given.</summary>
    public static readonly ImmutableArray<string> LanguagesRequired = ["en", "zh"];

    /// <summary>The version number.</summary>
    [Id(0)] public required ImageVersion Version { get; init; }

    /// <summary>When it was published.</summary>
    [Id(1)] public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>How much a computer downloads, in bytes.</summary>
    [Id(2)] public required long PackageSizeBytes { get; init; }

    /// <summary>Update details by language; at least <c>en</c> and <c>zh</c>.</summary>
    [Id(3)] public required ImmutableSortedDictionary<string, string> ReleaseNotes { get; init; }

    /// <summary>Whether end users are offered it.</summary>
    [Id(4)] public required PushState PushState { get; init; }

    /// <summary>The latest order that pushed it to a whole region; 0 when none did.</summary>
    [Id(5)] public int PushedBy { get; init; }

    /// <summary>Whom that order reaches.</summary>
    [Id(6)] public PushScope PushScope { get; init; }

    /// <summary>The latest order that stopped its push; 0 when none did. Offers of earlier orders stand no longer (R7).</summary>
    [Id(7)] public int StoppedBy { get; init; }

    /// <summary>True while offers that follow from an order may be shown.</summary>
    public bool Shows(int pushNumber) => PushState is PushState.Pushing && pushNumber > StoppedBy;
}
