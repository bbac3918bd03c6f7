using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.WebUtilities;

namespace Wuying.Api.Tests.Ecd;

/// <summary>What must become of a call that was changed on its way, told from its bytes alone.</summary>
internal static class ExpectedRefusal
{
    private const string Mismatch = "SignatureDoesNotMatch";
    private static readonly string[] NeededOfV1 = ["AccessKeyId", "Signature", "SignatureMethod", "SignatureVersion", "SignatureNonce", "Timestamp"];
    private static readonly string[] NeededOfV3 = ["host", "x-acs-action", "x-acs-version", "x-acs-date", "x-acs-signature-nonce"];

    /// <summary>The codes of which the answer must have one; none when the call says what it said before.</summary>
    public static IReadOnlyList<string> Of(WireCall sent, WireCall changed, DateTimeOffset now)
    {
        var (before, after) = (Read(sent), Read(changed));
        if (after is null)
        {
            return ["InvalidParameter"];
        }

        if (changed.Parts[WireCall.Body].Length > 0 && !IsForm(changed.Header("content-type")!))
        {
            return ["InvalidParameter"];
        }

        return sent.Header("authorization") is null ? OfV1(before!, after, changed, now) : OfV3(sent, changed, before!, after, now);
    }

    private static IReadOnlyList<string> OfV1(Dictionary<string, string> before, Dictionary<string, string> after, WireCall changed, DateTimeOffset now)
    {
        if (IsSame(before, after))
        {
            return [];
        }

        string? Value(string name) => after.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
        if (Value("Action") is null || Value("Version") is null)
        {
            return [Value("Action") is null ? "MissingAction" : "MissingVersion"];
        }

        if (!after.ContainsKey("AccessKeyId") && !after.ContainsKey("Signature"))
        {
            return ["MissingAccessKeyId"];
        }

        return NeededOfV1.FirstOrDefault(name => Value(name) is null) is { } missing ? [$"Missing{missing}"]
            : Value("SecurityToken") is not null || Value("SignatureType") is not null ? ["InvalidSecurityToken.Malformed"]
            : Value("SignatureMethod") is not "HMAC-SHA1" ? ["InvalidSignatureMethod"]
            : Value("SignatureVersion") is not "1.0" ? ["InvalidParameter"]
            : OfTime(Value("Timestamp")!, now) ?? (Value("AccessKeyId") != before["AccessKeyId"] ? ["InvalidAccessKeyId.NotFound"] : [Mismatch]);
    }

    private static IReadOnlyList<string> OfV3(
        WireCall sent, WireCall changed, Dictionary<string, string> before, Dictionary<string, string> after, DateTimeOffset now)
    {
        var (oldHeader, newHeader) = (sent.Header("authorization")!, changed.Header("authorization")!);
        var isOther = oldHeader != newHeader;
        if (isOther && !newHeader.StartsWith("ACS3-", StringComparison.Ordinal))
        {
            return ["MissingAccessKeyId"];
        }

        if (isOther)
        {
            var isOtherKey = oldHeader[..oldHeader.IndexOf(',', StringComparison.Ordinal)] != newHeader[..Math.Max(0, newHeader.IndexOf(',', StringComparison.Ordinal))];
            return isOtherKey ? ["InvalidAccessKeyId.NotFound", "IncompleteSignature"] : ["IncompleteSignature", Mismatch];
        }

        if (NeededOfV3.FirstOrDefault(name => string.IsNullOrEmpty(changed.Header(name))) is { } missing)
        {
            return [$"Missing{missing}", "MissingAction", "MissingVersion"];
        }

        var isSame = IsSame(before, after) && sent.Parts[WireCall.Body] == changed.Parts[WireCall.Body]
            && sent.Parts.Where(part => part.Key.StartsWith("header:", StringComparison.Ordinal)).All(part => changed.Parts[part.Key].Trim() == part.Value.Trim());
        return isSame ? [] : OfTime(changed.Header("x-acs-date")!, now) ?? [Mismatch];
    }

    private static IReadOnlyList<string>? OfTime(string text, DateTimeOffset now) =>
        !DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? ["InvalidTimeStamp.Format"]
            : (now - time).Duration() > TimeSpan.FromMinutes(15) ? ["InvalidTimeStamp.Expired"]
            : null;

    private static bool IsForm(string contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType is { } media && media.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    private static bool IsSame(Dictionary<string, string> before, Dictionary<string, string> after) =>
        before.Count == after.Count && before.All(pair => after.GetValueOrDefault(pair.Key) == pair.Value);

    // The parameters of query and body; null where one is given twice, or the body is no text.
    private static Dictionary<string, string>? Read(WireCall call)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        string[] texts = [call.Parts[WireCall.Query], call.Parts[WireCall.Body]];
        if (texts[1].Any(character => character > 0x7F))
        {
            return null;
        }

        foreach (var text in texts)
        {
            foreach (var pair in new QueryStringEnumerable(text))
            {
                if (!read.TryAdd(pair.DecodeName().ToString(), pair.DecodeValue().ToString()))
                {
                    return null;
                }
            }
        }

        return read;
    }
}
