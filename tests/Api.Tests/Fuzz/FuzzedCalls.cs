using System.Collections.Immutable;
using System.Globalization;
using Wuying.Api.Ecd.Protocol;
using Wuying.Api.Ecd.Signatures;
using Wuying.Api.Tests.Ecd;
using Wuying.Harness;

namespace Wuying.Api.Tests.Fuzz;

/// <summary>Calls of the product's protocol: of every action, signed in every way or not, with something wrong before or after they were signed, or nothing.</summary>
internal sealed class FuzzedCalls(Random random, TestKey key, string loginToken, TimeProvider clock)
{
    private const string FormType = "application/x-www-form-urlencoded";
    private const string HeaderPart = "header:";

    private readonly EcdAction[] _actions = [.. EcdApi.Actions];
    private readonly Nonsense _nonsense = new(random);
    private int _nonce;

    /// <summary>The next one.</summary>
    public FuzzedRequest Next()
    {
        var action = Choose();
        var parameters = ActionSamples.Of(action, loginToken).ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
        for (var changes = random.Next(4); changes > 0; changes--)
        {
            Change(parameters);
        }

        var name = random.Next(50) == 0 ? _nonsense.Text() : action.Name;
        var sent = action.Version is EcdVersions.EndUser || random.Next(8) == 0 ? Unsigned(action.Version, name, parameters) : Signed(name, parameters);
        return random.Next(3) == 0 ? Changed(sent) : sent;
    }

    // Passwords are slow to check, on purpose: a few will do.
    private EcdAction Choose()
    {
        var action = _actions[random.Next(_actions.Length)];
        return action.Name is "GetLoginToken" && random.Next(40) > 0 ? Choose() : action;
    }

    private void Change(Dictionary<string, string> parameters)
    {
        var name = parameters.Keys.ElementAtOrDefault(random.Next(parameters.Count + 1)) ?? _nonsense.Text();
        switch (random.Next(4))
        {
            case 0:
                parameters.Remove(name);
                break;
            case 1:
                parameters[_nonsense.Changed(name)] = parameters.GetValueOrDefault(name, "");
                break;
            case 2:
                parameters[name] = _nonsense.Changed(parameters.GetValueOrDefault(name, ""));
                break;
            default:
                parameters[name] = _nonsense.Text();
                break;
        }
    }

    private FuzzedRequest Unsigned(string version, string action, Dictionary<string, string> parameters)
    {
        parameters["Action"] = action;
        parameters["Version"] = random.Next(50) == 0 ? _nonsense.Text() : version;
        parameters["Format"] = random.Next(4) == 0 ? "XML" : "json";
        var text = PercentEncoding.Join(parameters);
        return random.Next(2) == 0
            ? new(random.Next(2) == 0 ? "GET" : "POST", "/", text, ImmutableSortedDictionary<string, string>.Empty, "")
            : new("POST", "/", "", ImmutableSortedDictionary<string, string>.Empty.Add("content-type", FormType), text);
    }

    private FuzzedRequest Signed(string action, Dictionary<string, string> parameters)
    {
        var nonce = random.Next(50) == 0 ? "again" : (++_nonce).ToString(CultureInfo.InvariantCulture);
        var call = SignedCalls.Make(SignedCalls.Ways[random.Next(SignedCalls.Ways.Length)], key, parameters, action, nonce, clock.GetUtcNow());
        return new(
            call.Method,
            "/",
            call.Parts[WireCall.Query],
            call.Parts.Where(part => part.Key.StartsWith(HeaderPart, StringComparison.Ordinal)).ToImmutableSortedDictionary(part => part.Key[HeaderPart.Length..], part => part.Value),
            call.Parts[WireCall.Body]);
    }

    private FuzzedRequest Changed(FuzzedRequest sent)
    {
        var header = sent.Headers.Keys.ElementAtOrDefault(random.Next(sent.Headers.Count + 1));
        return random.Next(4) switch
        {
            0 => sent with { Query = _nonsense.Changed(sent.Query) },
            1 => sent with { Body = _nonsense.Changed(sent.Body) },
            2 when header is not null => sent with { Headers = sent.Headers.SetItem(header, _nonsense.Changed(sent.Headers[header]).ReplaceLineEndings("")) },
            _ => sent with { Method = random.Next(4) == 0 ? "PUT" : "POST", Headers = sent.Headers.Remove("content-type") },
        };
    }
}
