namespace Wuying.Api.Tests.Http.BadInput;

/// <summary>Bad methods, paths, queries and headers of a route.</summary>
internal static class AddressAttempts
{
    private const int TooLong = 100_000;

    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "FROB"];

    private static readonly string[] Names = ["computerId", "imageId", "regionId", "snapshotId", "operationId", "version"];

    // Well spelled and unknown, then what no id looks like. %00 never gets here: the server itself refuses it.
    private static readonly string[] StrangeIds =
    [
        "nobody-knows-me", "-1", "99999999999999999999", "a%20b", "%E6%97%A5%E6%9C%AC", "..%2F..%2Fetc", "%FF%FE", "...", "%zz", "%25",
        "%3Cscript%3E", "';DROP%20TABLE%20computers;--", "a%0D%0Ab", "null", new string('a', TooLong),
    ];

    private static readonly string[] StrangeValues =
    [
        "", "-1", "0", "1.5", "NaN", "Infinity", "1e3", "0x10", "%201", "%D9%A3", "9223372036854775808", "-9223372036854775809", "99999999999999999999999999",
        "null", "true", "%FF%FE", "%00", "%zz", "%F0%9F%98%80", "'", "%22", "%25", "[]", "{}", "2023-02-30", "2023-10-26T00:00:00Z", "9999-12-31", "0001-01-01",
    ];

    public static IEnumerable<Attempt> Of(ApiRoute route, IReadOnlyList<ApiRoute> all) =>
        [.. MethodsOf(route, all), .. PathsOf(route), .. route.Parameters.Where(parameter => parameter.Place is "query").SelectMany(parameter => QueriesOf(route, parameter)), .. HeadersOf(route)];

    private static IEnumerable<Attempt> MethodsOf(ApiRoute route, IReadOnlyList<ApiRoute> all)
    {
        yield return With(route, "a path that goes on", route.PathWith() + "/nope/nope", Expected.Status(404));
        foreach (var method in Methods.Where(method => !all.Any(other => other.Template == route.Template && other.Method == method)))
        {
            yield return With(route, $"method {method}", route.PathWith(), Expected.Status(405)) with { Method = method, Body = null };
        }
    }

    // A body may be looked at before the fleet is asked; who may be named as a user, only the computers say.
    private static IEnumerable<Attempt> PathsOf(ApiRoute route) =>
        from parameter in route.Parameters
        where parameter.Place is "path"
        from id in StrangeIds
        let expected = !Names.Contains(parameter.Name) ? Expected.NoFailure : route.Body is null ? Expected.Status(404) : Expected.Status(404, 400)
        select With(route, $"{parameter.Name} {Shorten(id)}", route.PathWith(parameter.Name, id), expected);

    private static IEnumerable<Attempt> QueriesOf(ApiRoute route, ApiParameter parameter)
    {
        foreach (var value in StrangeValues)
        {
            yield return Query($"{parameter.Name}={value}", parameter.IsInteger ? Expected.Status(400) : Expected.NoFailure);
        }

        yield return Query($"{parameter.Name}={new string('1', TooLong)}", Expected.Refusal);
        yield return Query($"{parameter.Name}=1&{parameter.Name}=2", Expected.Status(400));
        yield return Query($"{parameter.Name}=1&{parameter.Name.ToUpperInvariant()}=1", Expected.Status(400));

        Attempt Query(string query, Expected expected) => With(route, $"?{Shorten(query)}", $"{route.PathWith()}?{query}", expected);
    }

    private static IEnumerable<Attempt> HeadersOf(ApiRoute route) =>
        from parameter in route.Parameters
        where parameter.Place is "header"
        from value in new[] { new string('k', 10_000), "-1", "99999999999999999999", "a b" }
        let expected = parameter.Name is "Idempotency-Key" && (value.Length > 1_000 || value.Contains(' ', StringComparison.Ordinal)) ? Expected.Status(400) : Expected.NoFailure
        select With(route, $"{parameter.Name}: {Shorten(value)}", route.PathWith(), expected) with { Header = (parameter.Name, value) };

    private static Attempt With(ApiRoute route, string input, string target, Expected expected) => new(route.ToString(), input, route.Method, target, expected)
    {
        Body = route.Body is { } body ? Attempt.Bytes(body.Good.ToJsonString()) : null,
    };

    private static string Shorten(string text) => text.Length <= 60 ? text : $"{text[..20]}… ({text.Length} characters)";
}
