using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Wuying.Api.Access;

/// <summary>What the service's description says of who may use it.</summary>
internal static class AccessDescription
{
    private const string Basic = "accessKey";
    private const string Session = "session";

    /// <summary>Describes the ways to identify oneself.</summary>
    public static void DescribeSchemes(OpenApiDocument document)
    {
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Basic] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "basic",
                Description = "An access key's id and secret. While there are no keys, whoever is at the service's machine needs none.",
            },
            [Session] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = SessionCookie.Name,
                Description = "A session that was begun with POST /api/v1/session, for browsers. What changes something must then come from a page of this service.",
            },
        };
    }

    /// <summary>Describes who may use an operation.</summary>
    public static void DescribeNeed(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var description = context.Description;
        if (RouteAccessTable.All.GetValueOrDefault($"{description.HttpMethod} /{description.RelativePath?.Trim('/')}") is not { Permission: { } permission } access)
        {
            return;
        }

        operation.Description = $"{operation.Description} Needs {Roles.NameOf(permission.LeastRole())}'s key{Regions(access.Regions)}.";
        operation.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Basic, context.Document)] = [] },
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Session, context.Document)] = [] },
        ];
    }

    private static string Regions(RegionRule rule) => rule switch
    {
        RegionRule.All => ", for all regions",
        RegionRule.Filtered => "; shows what is in the key's regions",
        _ => string.Empty,
    };
}
