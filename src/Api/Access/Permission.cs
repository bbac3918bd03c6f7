namespace Wuying.Api.Access;

/// <summary>What a request needs of its caller's role.</summary>
internal enum Permission
{
    /// <summary>Never used.</summary>
    Unspecified = 0,
    /// <summary>To read.</summary>
    Read = 1,
    /// <summary>To act on computers, images, updates, versions and pushes, and for end users.</summary>
    Operate = 2,
    /// <summary>To change what the service does by itself: settings of regions with their automatic push, the clock, the simulated machines, and the fleet as a whole by an import or more simulated computers.</summary>
    ChangeSettings = 3,
    /// <summary>To see, make and disable access keys.</summary>
    ManageKeys = 4,
}
