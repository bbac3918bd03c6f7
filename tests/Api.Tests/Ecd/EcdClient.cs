using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Wuying.Api.Ecd.Signatures;
using Wuying.Api.Tests.Fakes;
using Wuying.Harness;

namespace Wuying.Api.Tests.Ecd;

/// <summary>Calls the endpoint as the product's clients do, with parameters in the address or the body, signed or not.</summary>
internal sealed class EcdClient(TestApi api, TestKey? key = null, string version = "2020-09-30")
{
    private static int _nonce;

    /// <summary>Calls an action, signed in the older style when there is a key.</summary>
    public async Task<EcdReply> CallAsync(string action, params (string Name, string Value)[] parameters)
    {
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["Action"] = action, ["Version"] = version };
        foreach (var (name, value) in parameters)
        {
            all[name] = value;
        }

        return await SendAsync(key is null ? all : Sign(all, key, "POST"));
    }

    /// <summary>Calls an action that must succeed.</summary>
    public async Task<JsonElement> AskAsync(string action, params (string Name, string Value)[] parameters)
    {
        var reply = await CallAsync(action, parameters);
        Assert.True(reply.Status is HttpStatusCode.OK, $"{action}: {reply.Body}");
        return reply.Body;
    }

    /// <summary>Adds all that makes a call signed.</summary>
    public SortedDictionary<string, string> Sign(SortedDictionary<string, string> parameters, TestKey signer, string method, DateTimeOffset? at = null)
    {
        parameters["AccessKeyId"] = signer.Id;
        parameters["SignatureMethod"] = "HMAC-SHA1";
        parameters["SignatureVersion"] = "1.0";
        parameters.TryAdd("SignatureNonce", $"nonce-{Interlocked.Increment(ref _nonce)}");
        parameters["Timestamp"] = (at ?? api.Services.GetRequiredService<TimeProvider>().GetUtcNow()).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        parameters["Signature"] = SignatureV1.Sign(signer.Secret, SignatureV1.StringToSign(method, parameters));
        return parameters;
    }

    /// <summary>Sends parameters in the body.</summary>
    public async Task<EcdReply> SendAsync(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        using var content = new StringContent(PercentEncoding.Join(parameters), Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await api.Client.PostAsync(new Uri("/", UriKind.Relative), content);
        return await EcdReply.ReadAsync(response);
    }
}
