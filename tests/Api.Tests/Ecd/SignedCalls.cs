using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Wuying.Api.Ecd.Signatures;
using Wuying.Harness;

namespace Wuying.Api.Tests.Ecd;

/// <summary>Signs calls as the product's clients do, in every way that they do it.</summary>
internal static class SignedCalls
{
    /// <summary>The ways: with what method, in which style, and where the parameters go.</summary>
    public static readonly string[] Ways = ["V1 GET", "V1 POST", "V3 query", "V3 form"];

    private const string FormType = "application/x-www-form-urlencoded";

    public static WireCall Make(string way, TestKey key, IEnumerable<KeyValuePair<string, string>> own, string action, string nonce, DateTimeOffset at)
    {
        var parameters = new SortedDictionary<string, string>(own.ToDictionary(pair => pair.Key, pair => pair.Value), StringComparer.Ordinal);
        var time = at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return way.StartsWith("V1", StringComparison.Ordinal)
            ? MakeV1(way.EndsWith("GET", StringComparison.Ordinal) ? "GET" : "POST", key, parameters, action, nonce, time)
            : MakeV3(way.EndsWith("form", StringComparison.Ordinal), key, parameters, action, nonce, time);
    }

    private static WireCall MakeV1(string method, TestKey key, SortedDictionary<string, string> parameters, string action, string nonce, string time)
    {
        parameters["Action"] = action;
        parameters["Version"] = "2020-09-30";
        parameters["Format"] = "JSON";
        parameters["AccessKeyId"] = key.Id;
        parameters["SignatureMethod"] = "HMAC-SHA1";
        parameters["SignatureVersion"] = "1.0";
        parameters["SignatureNonce"] = nonce;
        parameters["Timestamp"] = time;
        parameters["Signature"] = SignatureV1.Sign(key.Secret, SignatureV1.StringToSign(method, parameters));
        var spelled = PercentEncoding.Join(parameters);
        return method is "GET" ? Call("GET", spelled, "") : Call("POST", "", spelled).With("content-type", FormType);
    }

    private static WireCall MakeV3(bool isForm, TestKey key, SortedDictionary<string, string> parameters, string action, string nonce, string time)
    {
        var spelled = PercentEncoding.Join(parameters);
        var body = isForm ? Encoding.UTF8.GetBytes(spelled) : [];
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["host"] = "ecd.localhost:5080",
            ["x-acs-action"] = action,
            ["x-acs-content-sha256"] = Convert.ToHexStringLower(SHA256.HashData(body)),
            ["x-acs-date"] = time,
            ["x-acs-signature-nonce"] = nonce,
            ["x-acs-version"] = "2020-09-30",
        };
        if (body.Length > 0)
        {
            headers["content-type"] = FormType;
        }

        var canonical = SignatureV3.CanonicalRequest("POST", "/", isForm ? [] : parameters, [.. headers], body);
        var signature = SignatureV3.Sign(key.Secret, SignatureV3.StringToSign(canonical));
        var call = headers.Aggregate(Call("POST", isForm ? "" : spelled, isForm ? spelled : ""), (made, header) => made.With(header.Key, header.Value));
        return call.With("authorization", $"ACS3-HMAC-SHA256 Credential={key.Id},SignedHeaders={string.Join(';', headers.Keys)},Signature={signature}");
    }

    private static WireCall Call(string method, string query, string body) =>
        new(method, ImmutableSortedDictionary<string, string>.Empty.Add(WireCall.Query, query).Add(WireCall.Body, body));
}
