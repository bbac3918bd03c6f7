namespace Wuying.Domain.CloudComputers;

/// <summary>How far a machine's operation is.</summary>
public enum MachineReportState
{
    /// <summary>Never used.</summary>
    Unspecified = 0,
    /// <summary>The machine has never heard of it: it must be asked again.</summary>
    Unknown = 1,
    /// <summary>Not done yet.</summary>
    Running = 2,
    /// <summary>Done.</summary>
    Succeeded = 3,
    /// <summary>Ended without success.</summary>
    Failed = 4,
}
