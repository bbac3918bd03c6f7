namespace Wuying.Api.Ecd.Protocol;

/// <summary>What every call carries beside the parameters of its action.</summary>
internal static class PublicParameters
{
    public const string Action = "Action";
    public const string Version = "Version";
    public const string Format = "Format";
    public const string AccessKeyId = "AccessKeyId";
    public const string Signature = "Signature";
    public const string SignatureMethod = "SignatureMethod";
    public const string SignatureVersion = "SignatureVersion";
    public const string SignatureNonce = "SignatureNonce";
    public const string SignatureType = "SignatureType";
    public const string SecurityToken = "SecurityToken";
    public const string Timestamp = "Timestamp";
}
