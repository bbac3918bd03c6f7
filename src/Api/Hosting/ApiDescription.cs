using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;
using Wuying.Api.Access;
using Wuying.Api.Json;
using Wuying.Api.Paging;
using Wuying.Api.Requests;

namespace Wuying.Api.Hosting;

/// <summary>What the service says of itself: OpenAPI 3.1, and the interactive reference over it.</summary>
internal static class ApiDescription
{
    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer(static (document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "WuyingOrleans",
                Version = "v1",
                Description = "Updates the images of fleets of cloud computers. Instants are UTC, days are the region's; errors are problem details with a code of a closed list.",
            };
            document.Servers = [];
            AccessDescription.DescribeSchemes(document);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(static (operation, context, _) =>
        {
            DescribeKey(operation, context);
            DescribeLimit(operation);
            DescribeProblems(operation);
            AccessDescription.DescribeNeed(operation, context);
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer(static (schema, context, _) =>
        {
            DropUnspecified(schema);
            DescribeKind(schema, context);
            return Task.CompletedTask;
        });
    });

    /// <summary>Everything comes from this service: no fonts, scripts or telemetry from elsewhere.</summary>
    public static void ConfigureDocs(ScalarOptions docs)
    {
        docs.Title = "WuyingOrleans API";
        docs.DefaultFonts = false;
        docs.Telemetry = false;
        docs.HideClientButton = true;
        docs.ShowDeveloperTools = DeveloperToolsVisibility.Never;
        docs.DisableAgent();
        docs.DisableMcp();
    }

    private static void DescribeKey(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        if (context.Description.HttpMethod is not ("POST" or "PATCH" or "DELETE")
            || context.Description.ActionDescriptor.EndpointMetadata.OfType<UnrecordedRequest>().Any())
        {
            return;
        }

        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = RequestIdentity.KeyHeader,
            In = ParameterLocation.Header,
            Description = "Repeating a request with the same key gives the first answer again, for 24 hours, and has no second effect.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = 128 },
        });
    }

    // Bound as text, so that a wrong one is named in the answer; what is meant is a number.
    private static void DescribeLimit(OpenApiOperation operation)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>().Where(parameter => parameter.Name is "limit") ?? [])
        {
            parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = "1000", Default = PageQuery.LimitDefault };
        }
    }

    private static void DescribeProblems(OpenApiOperation operation)
    {
        operation.Responses ??= [];
        operation.Responses.TryAdd("default", new OpenApiResponse
        {
            Description = "A problem: code says which of the closed list, errors what is wrong by field.",
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { ["application/problem+json"] = new() },
        });
    }

    private static void DropUnspecified(OpenApiSchema schema)
    {
        foreach (var value in schema.Enum?.OfType<JsonValue>().Where(IsUnspecified).ToArray() ?? [])
        {
            schema.Enum!.Remove(value);
        }
    }

    // Nobody but us knows what our own converters read.
    private static void DescribeKind(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        if (context.JsonTypeInfo.Type == typeof(DateTimeOffset))
        {
            schema.Type = JsonSchemaType.String;
        }
        else if (context.JsonTypeInfo.Type == typeof(DateTimeOffset?))
        {
            schema.Type = JsonSchemaType.String | JsonSchemaType.Null;
        }
        else if (context.JsonPropertyInfo?.CustomConverter is WordOrBooleanConverter)
        {
            schema.Type = JsonSchemaType.String | JsonSchemaType.Boolean | JsonSchemaType.Null;
        }
    }

    private static bool IsUnspecified(JsonValue value) =>
        value.TryGetValue<string>(out var word) && word.Equals("unspecified", StringComparison.OrdinalIgnoreCase);
}
