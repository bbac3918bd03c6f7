using System.Text.Json;

namespace Wuying.Api.Tests.Http.BadInput;

/// <summary>A member of a body.</summary>
/// <param name="Path">Its name, after those of the members it stands in.</param>
/// <param name="Kinds">The kinds of JSON values it takes; empty when the description does not say.</param>
/// <param name="IsRequired">It may not be left out.</param>
/// <param name="Schema">The rest of its description.</param>
internal sealed record ApiMember(string[] Path, IReadOnlySet<string> Kinds, bool IsRequired, JsonElement Schema)
{
    public override string ToString() => string.Join('.', Path);

    /// <summary>A limit that its description sets, such as <c>maxLength</c>; null without.</summary>
    public decimal? Limit(string keyword) => !Schema.TryGetProperty(keyword, out var limit)
        ? null
        : limit.ValueKind is JsonValueKind.Number ? limit.GetDecimal() : decimal.Parse(limit.GetString()!, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>True when its text is of a format, such as <c>date</c>.</summary>
    public bool IsOfFormat(string format) => Schema.TryGetProperty("format", out var told) && told.GetString() == format;
}
