namespace Wuying.Api.Updates;

/// <summary>How far a long request is.</summary>
public enum OperationState
{
    /// <summary>Never used.</summary>
    Unspecified = 0,
    /// <summary>Some computers have not answered yet.</summary>
    Running = 1,
    /// <summary>All have.</summary>
    Finished = 2,
}
