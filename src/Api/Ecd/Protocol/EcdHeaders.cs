namespace Wuying.Api.Ecd.Protocol;

/// <summary>The headers of the newer style of calls.</summary>
internal static class EcdHeaders
{
    public const string Prefix = "x-acs-";
    public const string Action = "x-acs-action";
    public const string Version = "x-acs-version";
    public const string Date = "x-acs-date";
    public const string Nonce = "x-acs-signature-nonce";
    public const string ContentHash = "x-acs-content-sha256";
    public const string SecurityToken = "x-acs-security-token";

    /// <summary>How long to wait before asking again, in milliseconds.</summary>
    public const string RetryAfter = "x-acs-retry-after";
}
