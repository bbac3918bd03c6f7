using System.Text.Json.Nodes;

namespace Wuying.Api.Tests.Http.BadInput;

/// <summary>The body of an operation.</summary>
/// <param name="IsRequired">It may not be left out.</param>
/// <param name="IsObject">It is an object with known members; otherwise nobody says what it is.</param>
/// <param name="Members">Its members, those of nested objects too.</param>
/// <param name="Good">A body with all that is required.</param>
internal sealed record ApiBody(bool IsRequired, bool IsObject, IReadOnlyList<ApiMember> Members, JsonObject Good)
{
    private const string Place = "the bad value";

    /// <summary>The good body, but for one member.</summary>
    /// <param name="member">Which.</param>
    /// <param name="json">Its value, as it stands in the text.</param>
    public string With(ApiMember member, string json)
    {
        var body = Good.DeepClone().AsObject();
        var at = body;
        foreach (var outer in member.Path[..^1])
        {
            at[outer] = at[outer] as JsonObject ?? [];
            at = at[outer]!.AsObject();
        }

        at[member.Path[^1]] = Place;
        return body.ToJsonString().Replace($"\"{Place}\"", json, StringComparison.Ordinal);
    }

    /// <summary>The good body without one member.</summary>
    public string Without(ApiMember member)
    {
        var body = Good.DeepClone().AsObject();
        body.Remove(member.Path[0]);
        return body.ToJsonString();
    }
}
