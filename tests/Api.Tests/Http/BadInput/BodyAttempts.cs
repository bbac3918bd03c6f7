using System.Globalization;

namespace Wuying.Api.Tests.Http.BadInput;

/// <summary>Bad bodies of a route.</summary>
internal static class BodyAttempts
{
    private const int TooLong = 100_000;

    private static readonly string[] Broken =
    [
        "{", "}", "{\"a\":}", "{\"a\":1,}", "{'a':1}", "{a:1}", "{} {}", "{}x", "[", "{\"a\":NaN}", "{\"a\":01}", "{\"a\":\"\n\"}", "{/* */}", "\u0000", "<xml/>", "\"", "nul",
    ];

    private static readonly (string Name, string Kind, string Json)[] Kinds =
    [
        ("null", "null", "null"),
        ("a text", "string", "\"text\""),
        ("a number", "integer", "7"),
        ("a fraction", "number", "1.5"),
        ("true", "boolean", "true"),
        ("an array", "array", "[7]"),
        ("an object", "object", "{\"nobody\":7}"),
    ];

    private static readonly string[] StrangeNumbers =
    [
        "-1", "2147483648", "-2147483649", "9223372036854775808", "-9223372036854775809", "99999999999999999999999999", "1e400", "-1e400", "\"NaN\"", "\"Infinity\"", "\"1\"",
    ];

    public static IEnumerable<Attempt> Of(ApiRoute route) => route.Body is not { } body
        ? []
        : [.. WholesOf(route, body), .. TypesOf(route, body), .. body.Members.SelectMany(member => MembersOf(route, body, member))];

    private static IEnumerable<Attempt> WholesOf(ApiRoute route, ApiBody body)
    {
        foreach (var broken in Broken)
        {
            // Where lines are taken too, this is one bad line: told by its number, and in the way of no other.
            var isLine = !body.IsObject && broken.StartsWith("{\"", StringComparison.Ordinal);
            yield return With(route, $"body {broken}", broken, isLine ? Expected.NoFailure : Expected.Status(400));
        }

        var nothing = body.IsRequired ? Expected.Status(400) : Expected.NoFailure;
        yield return With(route, "an empty body", "", nothing);
        yield return With(route, "no body at all", "", body.IsRequired ? Expected.Refusal : Expected.NoFailure) with { Body = null };
        yield return With(route, "body null", "null", nothing);
        yield return With(route, "arrays in arrays", new string('[', 50_000), Expected.Status(400));
        yield return With(route, "objects in objects", string.Concat(Enumerable.Repeat("{\"a\":", 50_000)), body.IsObject ? Expected.Status(400) : Expected.NoFailure);
        yield return With(route, "a body of bytes that are no UTF-8", "", Expected.Status(400)) with { Body = [0x7B, 0x22, 0xFF, 0xFE, 0x22, 0x3A, 0x31, 0x7D] };
        foreach (var (name, _, json) in body.IsObject ? Kinds.Where(kind => kind.Kind is not ("null" or "object")) : [])
        {
            yield return With(route, $"{name} as the body", json, Expected.Status(400));
        }

        if (body.IsObject)
        {
            yield return With(route, "a member nobody knows", "{\"nobody\":7}", Expected.Status(400));
        }
    }

    private static IEnumerable<Attempt> TypesOf(ApiRoute route, ApiBody body)
    {
        var good = body.Good.ToJsonString();
        foreach (var type in new[] { "text/xml", "multipart/form-data; boundary=x", "image/png" })
        {
            yield return With(route, $"content type {type}", good, Expected.Status(415)) with { ContentType = type };
        }

        foreach (var type in body.IsObject ? new[] { "nonsense", "text/plain", "application/x-www-form-urlencoded", "application/jsonx", null } : [])
        {
            yield return With(route, $"content type {type ?? "left out"}", good, Expected.Status(415)) with { ContentType = type };
        }

        foreach (var charset in body.IsObject ? new[] { "nonsense", "utf-16", "utf-7" } : [])
        {
            yield return With(route, $"charset {charset}", good, Expected.Status(400, 415)) with { ContentType = $"application/json; charset={charset}" };
        }
    }

    private static IEnumerable<Attempt> MembersOf(ApiRoute route, ApiBody body, ApiMember member)
    {
        foreach (var (name, kind, json) in member.Kinds.Count == 0 ? [] : Kinds.Where(kind => !Takes(member, kind.Kind)))
        {
            yield return With(route, $"{name} as {member}", body.With(member, json), Expected.Status(400)) with { Field = member.Path[0] };
        }

        if (member.Path.Length == 1)
        {
            var twice = $"{body.With(member, "null")[..^1]},\"{member}\":null}}";
            yield return With(route, $"{member} given twice", twice, Expected.Status(400));
        }

        if (member is { IsRequired: true, Path.Length: 1 })
        {
            yield return With(route, $"without {member}", body.Without(member), Expected.Status(400));
        }

        foreach (var (input, json) in ValuesOf(member))
        {
            yield return With(route, $"{input} as {member}", body.With(member, json), Expected.Refusal);
        }

        if (Takes(member, "string"))
        {
            var (before, after) = (body.With(member, "\"@\"").Split('@')[0], body.With(member, "\"@\"").Split('@')[1]);
            yield return With(route, $"bytes that are no UTF-8 as {member}", "", Expected.Status(400)) with { Body = [.. Attempt.Bytes(before), 0xFF, 0xFE, .. Attempt.Bytes(after)] };
            yield return With(route, $"half a character as {member}", body.With(member, "\"\\ud800\""), Expected.Status(400));
            yield return With(route, $"a null character as {member}", body.With(member, "\"a\\u0000b\""), Expected.NoFailure);
        }
    }

    private static IEnumerable<(string Input, string Json)> ValuesOf(ApiMember member)
    {
        foreach (var number in Takes(member, "integer") ? StrangeNumbers.Where(number => IsOutside(member, number)) : [])
        {
            yield return (number, number);
        }

        if (Takes(member, "string"))
        {
            yield return ($"{TooLong} characters", $"\"{new string('a', TooLong)}\"");
        }

        foreach (var text in member.IsOfFormat("date") ? new[] { "tomorrow", "2023-02-30", "2023-10-26T00:00:00Z", "20231026", "" } : [])
        {
            yield return (text, $"\"{text}\"");
        }

        foreach (var text in member.IsOfFormat("date-time") ? new[] { "tomorrow", "2023-10-25T16:00:00", "2023-02-30T00:00:00Z", "2023-10-26", "" } : [])
        {
            yield return (text, $"\"{text}\"");
        }

        foreach (var count in new[] { member.Limit("maxItems") + 1, member.Limit("minItems") - 1 }.OfType<decimal>().Where(count => count >= 0))
        {
            yield return ($"{count} items", $"[{string.Join(',', Enumerable.Range(1, (int)count).Select(number => $"\"a-{number}\""))}]");
        }

        foreach (var length in new[] { member.Limit("maxLength") + 1, member.Limit("minLength") - 1 }.OfType<decimal>().Where(length => length >= 0))
        {
            yield return ($"{length} characters", $"\"{new string('a', (int)length)}\"");
        }
    }

    private static bool Takes(ApiMember member, string kind) =>
        member.Kinds.Contains(kind) || (kind is "integer" && member.Kinds.Contains("number"));

    // Without limits in the description, what the type cannot hold is wrong all the same.
    private static bool IsOutside(ApiMember member, string json) =>
        !double.TryParse(json, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        || number < (double)(member.Limit("minimum") ?? 0)
        || number > (double)(member.Limit("maximum") ?? (member.IsOfFormat("int64") ? long.MaxValue : int.MaxValue));

    private static Attempt With(ApiRoute route, string input, string body, Expected expected) =>
        new(route.ToString(), input, route.Method, route.PathWith(), expected) { Body = Attempt.Bytes(body) };
}
