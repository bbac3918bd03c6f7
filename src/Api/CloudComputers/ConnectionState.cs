namespace Wuying.Api.CloudComputers;

/// <summary>Whether an end user is connected.</summary>
public enum ConnectionState
{
    /// <summary>Never used.</summary>
    Unspecified = 0,
    /// <summary>Somebody is.</summary>
    Connected = 1,
    /// <summary>Nobody is.</summary>
    Disconnected = 2,
}
