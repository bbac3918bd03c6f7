namespace Wuying.Storage.States;

/// <summary>What events happen to, as far as the store treats it apart.</summary>
internal static class FleetSubjects
{
    /// <summary>A computer.</summary>
    public const string Computer = "computer";
}
