using System.Text.Json;
using System.Text.Json.Nodes;

namespace Wuying.Api.Tests.Http.BadInput;

/// <summary>Reads the operations out of the service's own description: a route added tomorrow is among them.</summary>
internal sealed class ApiRoutes(JsonElement document)
{
    private static readonly string[] Methods = ["get", "post", "put", "patch", "delete"];

    public IReadOnlyList<ApiRoute> Read() =>
    [
        .. from path in document.GetProperty("paths").EnumerateObject()
           from operation in path.Value.EnumerateObject()
           where Methods.Contains(operation.Name, StringComparer.Ordinal)
           select ReadRoute(operation.Name.ToUpperInvariant(), path.Name, operation.Value),
    ];

    private static ApiParameter ReadParameter(JsonElement parameter) => new(
        parameter.GetProperty("name").GetString()!,
        parameter.GetProperty("in").GetString()!,
        parameter.GetProperty("schema").TryGetProperty("type", out var type) && type.ValueKind is JsonValueKind.String && type.GetString() is "integer");

    private static HashSet<string> KindsOf(JsonElement schema)
    {
        if (!schema.TryGetProperty("type", out var type))
        {
            return [];
        }

        return type.ValueKind is JsonValueKind.Array ? [.. type.EnumerateArray().Select(kind => kind.GetString()!)] : [type.GetString()!];
    }

    private static JsonNode? GoodValueOf(ApiMember member) => GoodValues.OfMember(member.Path[^1]) ?? (member.Kinds.FirstOrDefault(kind => kind is not "null") switch
    {
        "integer" or "number" => 1,
        "boolean" => true,
        "array" => new JsonArray(),
        "object" => new JsonObject(),
        _ => "x",
    });

    private ApiRoute ReadRoute(string method, string template, JsonElement operation) => new(
        method,
        template,
        operation.TryGetProperty("parameters", out var parameters) ? [.. parameters.EnumerateArray().Select(ReadParameter)] : [],
        operation.TryGetProperty("requestBody", out var body) ? ReadBody(body) : null);

    private ApiBody ReadBody(JsonElement body)
    {
        var (schema, _) = Resolve(body.GetProperty("content").GetProperty("application/json").GetProperty("schema"));
        ApiMember[] members = [.. MembersOf(schema, [])];
        var good = new JsonObject();
        foreach (var member in members.Where(member => member.Path.Length == 1 && (member.IsRequired || member.Path[0] is "by" or "computerIds")))
        {
            good[member.Path[0]] = GoodValueOf(member);
        }

        return new(body.TryGetProperty("required", out var required) && required.GetBoolean(), KindsOf(schema).Contains("object"), members, good);
    }

    private IEnumerable<ApiMember> MembersOf(JsonElement schema, string[] path)
    {
        if (!schema.TryGetProperty("properties", out var properties))
        {
            yield break;
        }

        string?[] required = schema.TryGetProperty("required", out var names) ? [.. names.EnumerateArray().Select(name => name.GetString())] : [];
        foreach (var property in properties.EnumerateObject())
        {
            var (resolved, mayBeNull) = Resolve(property.Value);
            var kinds = KindsOf(resolved);
            if (mayBeNull)
            {
                kinds.Add("null");
            }

            var member = new ApiMember([.. path, property.Name], kinds, required.Contains(property.Name), resolved);
            yield return member;
            foreach (var inner in MembersOf(resolved, member.Path))
            {
                yield return inner;
            }
        }
    }

    private (JsonElement Schema, bool MayBeNull) Resolve(JsonElement schema)
    {
        if (schema.TryGetProperty("oneOf", out var choices))
        {
            var all = choices.EnumerateArray().ToArray();
            return (Resolve(all.First(choice => !KindsOf(choice).Contains("null"))).Schema, all.Any(choice => KindsOf(choice).Contains("null")));
        }

        return schema.TryGetProperty("$ref", out var reference)
            ? (document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]), false)
            : (schema, false);
    }
}
