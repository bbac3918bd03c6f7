namespace Wuying.LoadTester.Runs;

/// <summary>What every run is told.</summary>
internal sealed record RunOptions
{
    /// <summary>Where the service is.</summary>
    public required Uri Url { get; init; }

    /// <summary>What decides whatever is left to chance.</summary>
    public required long Seed { get; init; }

    /// <summary>Where the report goes.</summary>
    public required string ReportFolder { get; init; }

    /// <summary>True to read the history along and check it.</summary>
    public required bool Checks { get; init; }

    /// <summary>How many answers that nobody expects are put up with.</summary>
    public required long ErrorsAllowed { get; init; }

    /// <summary>The file that the history is written to; null for none.</summary>
    public string? Recording { get; init; }
}
