namespace Wuying.Domain.Updates;

/// <summary>What a computer does after an update that its user accepted (R9).</summary>
public enum StateAfterwards
{
    /// <summary>Never used.</summary>
    Unspecified = 0,
    /// <summary>What it did before.</summary>
    AsBefore = 1,
    /// <summary>It runs.</summary>
    Running = 2,
    /// <summary>It is stopped.</summary>
    Stopped = 3,
}
