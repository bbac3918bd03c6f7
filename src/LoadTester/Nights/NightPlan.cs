namespace Wuying.LoadTester.Nights;

/// <summary>What nights are to be passed.</summary>
internal sealed record NightPlan
{
    /// <summary>The regions; empty for all that have computers.</summary>
    public required IReadOnlyList<string> Regions { get; init; }

    /// <summary>The daily quota that each region gets; null to leave it.</summary>
    public required int? Quota { get; init; }

    public required int Nights { get; init; }

    /// <summary>Hours before the window at which snapshots are taken: 3 or 6.</summary>
    public required int SnapshotLeadHours { get; init; }

    /// <summary>True to turn the automatic push off first, so that publishing does not offer the version to everybody.</summary>
    public required bool WithoutPush { get; init; }
}
