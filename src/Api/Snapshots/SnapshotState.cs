namespace Wuying.Api.Snapshots;

/// <summary>How far a snapshot is.</summary>
public enum SnapshotState
{
    /// <summary>Never used.</summary>
    Unspecified = 0,
    /// <summary>Being made.</summary>
    Creating = 1,
    /// <summary>There.</summary>
    Ready = 2,
}
