namespace Wuying.LoadTester.Mixes;

/// <summary>The kinds of requests of a mixture.</summary>
internal enum MixedKind
{
    /// <summary>Never used.</summary>
    Unspecified = 0,
    /// <summary>One computer.</summary>
    Read = 1,
    /// <summary>A filtered page of computers.</summary>
    List = 2,
    /// <summary>A region in numbers.</summary>
    Summary = 3,
    /// <summary>A region's quota of the days to come.</summary>
    Quotas = 4,
    /// <summary>An update for some computers.</summary>
    Schedule = 5,
    /// <summary>Another day for them.</summary>
    Change = 6,
    /// <summary>No update for one of them.</summary>
    Cancel = 7,
    /// <summary>A user connects; the next one who was made to connect so disconnects.</summary>
    Connect = 8,
}
