namespace Wuying.Domain.Regions;

/// <summary>Whether a version is being shown to end users (R5–R7).</summary>
public enum PushState
{
    /// <summary>Never used.</summary>
    Unspecified = 0,
    /// <summary>End users are offered it.</summary>
    Pushing = 1,
    /// <summary>They are not.</summary>
    Stopped = 2,
}
