using System.Collections.Immutable;
using Wuying.Api.Tests.Http.BadInput;
using Wuying.Harness;

namespace Wuying.Api.Tests.Fuzz;

/// <summary>Requests of REST: of every route that the service describes, with something wrong in them, or nothing.</summary>
internal sealed class FuzzedRoutes(Random random, TestKey key, IReadOnlyList<ApiRoute> all)
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "get", "X"];

    // A stream has no end; what is asked of it is checked elsewhere.
    private readonly ApiRoute[] _routes = [.. all.Where(route => !route.Template.EndsWith("/stream", StringComparison.Ordinal))];
    private readonly Nonsense _nonsense = new(random);

    /// <summary>The next one.</summary>
    public FuzzedRequest Next()
    {
        var route = Choose();
        var wrong = route.Parameters.Where(parameter => parameter.Place is "path").ElementAtOrDefault(random.Next(12));
        var path = wrong is null ? route.PathWith() : route.PathWith(wrong.Name, _nonsense.Text());
        return new(
            random.Next(25) == 0 ? Methods[random.Next(Methods.Length)] : route.Method,
            random.Next(20) == 0 ? _nonsense.Changed(path) : path,
            QueryOf(route),
            Headers(),
            route.Body is { } body ? BodyOf(body) : random.Next(20) == 0 ? _nonsense.Member() : "");
    }

    // Passwords are slow to keep and to check, on purpose: a few will do.
    private ApiRoute Choose()
    {
        var route = _routes[random.Next(_routes.Length)];
        return (route.Template.EndsWith("/password", StringComparison.Ordinal) || route.ToString() is "POST /api/v1/access-keys") && random.Next(40) > 0 ? Choose() : route;
    }

    private string QueryOf(ApiRoute route)
    {
        var asked = route.Parameters.Where(parameter => parameter.Place is "query").Where(_ => random.Next(5) == 0).Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(Spell(_nonsense.Text()))}");
        var query = string.Join('&', asked);
        return random.Next(25) == 0 ? Spell(_nonsense.Changed(query)) : query;
    }

    private string BodyOf(ApiBody body)
    {
        var member = body.Members.ElementAtOrDefault(random.Next(body.Members.Count + 1));
        return random.Next(6) switch
        {
            0 when member is not null => body.With(member, _nonsense.Member()),
            1 when member is not null => body.Without(member),
            2 => _nonsense.Changed(body.Good.ToJsonString()),
            3 => _nonsense.Member(),
            _ => body.Good.ToJsonString(),
        };
    }

    private ImmutableSortedDictionary<string, string> Headers()
    {
        var headers = ImmutableSortedDictionary<string, string>.Empty;
        headers = headers.Add("content-type", random.Next(25) == 0 ? "text/plain" : "application/json");
        headers = random.Next(25) == 0 ? headers : headers.Add("authorization", key.ToHeader().ToString());
        return random.Next(5) == 0 ? headers.Add("idempotency-key", $"key-{random.Next(50)}") : headers;
    }

    // An address is made of whole characters.
    private static string Spell(string text) => new([.. text.Where(letter => !char.IsSurrogate(letter))]);
}
