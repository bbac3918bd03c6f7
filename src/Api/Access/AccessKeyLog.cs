using Wuying.Domain.Access;

namespace Wuying.Api.Access;

/// <summary>What is logged of access keys: that they were made and disabled, by whom, and never a secret.</summary>
internal static partial class AccessKeyLog
{
    [LoggerMessage(LogLevel.Information, "Access key {KeyId} of role {Role} was made by {RequestedBy}.")]
    public static partial void KeyMade(this ILogger logger, string keyId, Role role, string requestedBy);

    [LoggerMessage(LogLevel.Information, "Access key {KeyId} was disabled by {RequestedBy}.")]
    public static partial void KeyDisabled(this ILogger logger, string keyId, string requestedBy);
}
