namespace Wuying.Api.Tests.Http.BadInput;

/// <summary>One operation of the service, as its description tells it.</summary>
internal sealed record ApiRoute(string Method, string Template, IReadOnlyList<ApiParameter> Parameters, ApiBody? Body)
{
    public override string ToString() => $"{Method} {Template}";

    /// <summary>The path with good values, but for one parameter.</summary>
    public string PathWith(string? name = null, string? value = null) => Parameters
        .Where(parameter => parameter.Place is "path")
        .Aggregate(Template, (path, parameter) => path.Replace(
            $"{{{parameter.Name}}}", parameter.Name == name ? value : GoodValues.OfParameter(parameter.Name), StringComparison.Ordinal));
}
