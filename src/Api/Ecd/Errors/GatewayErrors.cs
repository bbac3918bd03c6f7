using Wuying.Api.Hosting;

namespace Wuying.Api.Ecd.Errors;

/// <summary>What is wrong with a call, whatever its action: the gateway's codes and sentences.</summary>
internal static class GatewayErrors
{
    public static readonly EcdError ActionNotFound =
        new(StatusCodes.Status404NotFound, "InvalidAction.NotFound", "Specified api is not found, please check your url and method.");

    public static readonly EcdError InvalidVersion = Bad("InvalidVersion", "Specified parameter Version is not valid.");

    public static readonly EcdError KeyNotFound =
        new(StatusCodes.Status404NotFound, "InvalidAccessKeyId.NotFound", "Specified access key is not found.");

    public static readonly EcdError KeyDisabled = Bad("InvalidAccessKeyId.Inactive", "Specified access key is disabled.");

    public static readonly EcdError TimeNotReadable = Bad("InvalidTimeStamp.Format", "Specified time stamp or date value is not well formatted.");

    public static readonly EcdError TimeExpired = Bad("InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.");

    public static readonly EcdError NonceUsed = Bad("SignatureNonceUsed", "Specified signature nonce was used already.");

    public static readonly EcdError TokenNotTaken = Bad("InvalidSecurityToken.Malformed", "Temporary keys with a security token are not taken here.");

    public static readonly EcdError Forbidden = new(
        StatusCodes.Status403Forbidden,
        "Forbidden.RAM",
        "User not authorized to operate on the specified resource, or this API doesn't support RAM.");

    public static readonly EcdError BodyNotTaken = Bad("InvalidParameter", "Send parameters in the query, or in a body of application/x-www-form-urlencoded.");

    public static readonly EcdError TooLarge = new(StatusCodes.Status413PayloadTooLarge, "InvalidParameter", "The request is larger than this address takes.");

    public static readonly EcdError NotReadable = Bad("InvalidParameter", "The request could not be read.");

    public static EcdError Missing(string parameter) => Bad($"Missing{parameter}", $"{parameter} is mandatory for this action.");

    public static EcdError Invalid(string parameter, string expected) =>
        Bad("InvalidParameter", $"The specified parameter {RouteIds.Shorten(parameter)} is not valid: {expected}");

    public static EcdError InvalidSignatureMethod(string expected) =>
        Bad("InvalidSignatureMethod", $"Specified signature method is not valid: it is {expected}.");

    public static EcdError Incomplete(string why) =>
        Bad("IncompleteSignature", $"The request signature does not conform to Aliyun standards. {why}");

    public static EcdError Throttled(TimeSpan? retryAfter) =>
        new(StatusCodes.Status429TooManyRequests, "Throttling.User", "Request was denied due to user flow control.") { RetryAfter = retryAfter };

    public static EcdError Unsupported(string message) => Bad("UnsupportedOperation", message);

    public static EcdError Bad(string code, string message) => new(StatusCodes.Status400BadRequest, code, message);

    public static EcdError NotFound(string code, string message) => new(StatusCodes.Status404NotFound, code, message);
}
