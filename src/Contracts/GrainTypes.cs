namespace Wuying.Contracts;

/// <summary>The grain types, as they stand in keys of stored rows. Never changed.</summary>
public static class GrainTypes
{
    /// <summary>A cloud computer.</summary>
    public const string CloudComputer = "cloud-computer";

    /// <summary>An image.</summary>
    public const string CustomImage = "custom-image";

    /// <summary>An end user.</summary>
    public const string EndUser = "end-user";

    /// <summary>A region.</summary>
    public const string Region = "region";

    /// <summary>A day's quota.</summary>
    public const string DailyQuota = "daily-quota";

    /// <summary>A night's window.</summary>
    public const string UpdateWindow = "update-window";

    /// <summary>A shard's operations.</summary>
    public const string Operations = "operations";

    /// <summary>A bulk operation.</summary>
    public const string BulkOperation = "bulk-operation";

    /// <summary>A request that carries an idempotency key.</summary>
    public const string RecordedRequest = "recorded-request";

    /// <summary>The fleet's queries.</summary>
    public const string FleetQuery = "fleet-query";

    /// <summary>A region's simulated end users.</summary>
    public const string SimulatedUsers = "simulated-users";

    /// <summary>What the simulated machines do.</summary>
    public const string SimulatedMachines = "simulated-machines";

    /// <summary>What simulated computers were made.</summary>
    public const string SimulatedFleet = "simulated-fleet";

    /// <summary>Access keys and key ring.</summary>
    public const string Access = "access";

    /// <summary>An end user's password.</summary>
    public const string UserPassword = "user-password";

    /// <summary>The nonces of signed calls of some seconds.</summary>
    public const string NonceSlice = "nonce-slice";
}
