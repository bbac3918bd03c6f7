namespace Wuying.Grains.Fleet;

/// <summary>What waves work on, as metrics tell them apart.</summary>
internal static class WaveKind
{
    /// <summary>Computers that a bulk operation asks.</summary>
    public const string Bulk = "bulk";

    /// <summary>Computers for which a tick has something to do.</summary>
    public const string Computers = "computers";

    /// <summary>Computers that announced work to come.</summary>
    public const string Expected = "expected";

    /// <summary>Images for which a tick has something to do.</summary>
    public const string Images = "images";

    /// <summary>Whatever goes on after a start.</summary>
    public const string Start = "start";

    /// <summary>Simulated users who come or go.</summary>
    public const string Users = "users";
}
