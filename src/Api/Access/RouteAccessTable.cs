using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using static Wuying.Api.Access.Permission;
using static Wuying.Api.Access.RegionRule;

namespace Wuying.Api.Access;

/// <summary>The one table of who may use which route. A route that is not in it is for administrators.</summary>
internal static class RouteAccessTable
{
    /// <summary>Method and path as they are mapped; routes for every method have <c>*</c>.</summary>
    public static readonly IReadOnlyDictionary<string, RouteAccess> All = new Dictionary<string, RouteAccess>(StringComparer.Ordinal)
    {
        ["GET /"] = RouteAccess.AsksItself,
        ["POST /"] = RouteAccess.AsksItself,
        ["GET /docs/{documentName?}"] = RouteAccess.Anybody,
        ["GET /docs/favicon.svg"] = RouteAccess.Anybody,
        ["GET /docs/scalar.aspnetcore.js"] = RouteAccess.Anybody,
        ["GET /docs/scalar.js"] = RouteAccess.Anybody,
        ["GET /openapi/{documentName}.json"] = RouteAccess.Anybody,
        ["* /health/live"] = RouteAccess.Anybody,
        ["* /health/ready"] = RouteAccess.Anybody,
        ["* /metrics"] = new(Read, RegionRule.All),

        ["GET /api/v1/session"] = new(Read, None),
        ["POST /api/v1/session"] = RouteAccess.Anybody,
        ["DELETE /api/v1/session"] = RouteAccess.Anybody,
        ["GET /api/v1/access-keys"] = new(ManageKeys, RegionRule.All),
        ["POST /api/v1/access-keys"] = new(ManageKeys, RegionRule.All),
        ["DELETE /api/v1/access-keys/{accessKeyId}"] = new(ManageKeys, RegionRule.All),

        ["GET /api/v1/regions"] = new(Read, Filtered),
        ["GET /api/v1/regions/{regionId}"] = new(Read, Named),
        ["PATCH /api/v1/regions/{regionId}"] = new(ChangeSettings, Named),
        ["GET /api/v1/regions/{regionId}/quotas"] = new(Read, Named),
        ["GET /api/v1/regions/{regionId}/versions"] = new(Read, Named),
        ["POST /api/v1/regions/{regionId}/versions"] = new(Operate, Named),
        ["GET /api/v1/regions/{regionId}/versions/{version}"] = new(Read, Named),
        ["POST /api/v1/regions/{regionId}/versions/{version}/start-push"] = new(Operate, Named),
        ["POST /api/v1/regions/{regionId}/versions/{version}/stop-push"] = new(Operate, Named),
        ["GET /api/v1/regions/{regionId}/versions/{version}/images"] = new(Read, Named),
        ["GET /api/v1/regions/{regionId}/versions/{version}/computers"] = new(Read, Named),
        ["GET /api/v1/regions/{regionId}/images"] = new(Read, Named),
        ["POST /api/v1/regions/{regionId}/images"] = new(Operate, Named),
        ["GET /api/v1/regions/{regionId}/computers"] = new(Read, Named),
        ["POST /api/v1/regions/{regionId}/computers"] = new(Operate, Named),
        ["GET /api/v1/regions/{regionId}/updates"] = new(Read, Named),
        ["POST /api/v1/regions/{regionId}/updates"] = new(Operate, Named),
        ["POST /api/v1/regions/{regionId}/updates/cancel"] = new(Operate, Named),

        ["GET /api/v1/images/{imageId}"] = new(Read, OfItem),
        ["PATCH /api/v1/images/{imageId}"] = new(Operate, OfItem),
        ["DELETE /api/v1/images/{imageId}"] = new(Operate, OfItem),
        ["POST /api/v1/images/{imageId}/update"] = new(Operate, OfItem),
        ["POST /api/v1/images/{imageId}/share"] = new(Operate, OfItem),
        ["POST /api/v1/images/{imageId}/unshare"] = new(Operate, OfItem),
        ["POST /api/v1/images/{imageId}/copy"] = new(Operate, OfItem),

        ["GET /api/v1/computers/{computerId}"] = new(Read, OfItem),
        ["DELETE /api/v1/computers/{computerId}"] = new(Operate, OfItem),
        ["POST /api/v1/computers/{computerId}/start"] = new(Operate, OfItem),
        ["POST /api/v1/computers/{computerId}/stop"] = new(Operate, OfItem),
        ["POST /api/v1/computers/{computerId}/restart"] = new(Operate, OfItem),
        ["GET /api/v1/computers/{computerId}/history"] = new(Read, OfItem),
        ["POST /api/v1/computers/{computerId}/sessions"] = new(Operate, OfItem),
        ["DELETE /api/v1/computers/{computerId}/sessions/{userId}"] = new(Operate, OfItem),
        ["DELETE /api/v1/computers/{computerId}/pending-update"] = new(Operate, OfItem),
        ["GET /api/v1/computers/{computerId}/snapshots"] = new(Read, OfItem),
        ["POST /api/v1/computers/{computerId}/snapshots"] = new(Operate, OfItem),
        ["POST /api/v1/computers/{computerId}/snapshots/{snapshotId}/restore"] = new(Operate, OfItem),
        ["DELETE /api/v1/computers/{computerId}/snapshots/{snapshotId}"] = new(Operate, OfItem),
        ["PATCH /api/v1/computers/{computerId}/tags"] = new(Operate, OfItem),
        ["GET /api/v1/operations/{operationId}"] = new(Read, OfItem),

        ["POST /api/v1/users/{userId}/log-on"] = new(Operate, RegionRule.All),
        ["GET /api/v1/users/{userId}/notifications"] = new(Read, Filtered),
        ["POST /api/v1/users/{userId}/computers/{computerId}/accept-update"] = new(Operate, OfItem),
        ["POST /api/v1/users/{userId}/computers/{computerId}/decline-update"] = new(Operate, OfItem),
        ["PUT /api/v1/users/{userId}/password"] = new(Operate, RegionRule.All),

        ["POST /api/v1/fleet/import"] = new(ChangeSettings, RegionRule.All),
        ["GET /api/v1/fleet/export"] = new(Read, Filtered),
        ["GET /api/v1/fleet/summary"] = new(Read, Filtered),
        ["GET /api/v1/events"] = new(Read, Filtered),
        ["GET /api/v1/events/stream"] = new(Read, Filtered),
        ["GET /api/v1/simulation/clock"] = new(Read, None),
        ["PATCH /api/v1/simulation/clock"] = new(ChangeSettings, RegionRule.All),
        ["POST /api/v1/simulation/clock/advance"] = new(ChangeSettings, RegionRule.All),
        ["GET /api/v1/simulation/machines"] = new(Read, None),
        ["PATCH /api/v1/simulation/machines"] = new(ChangeSettings, RegionRule.All),
        ["POST /api/v1/simulation/fleet"] = new(ChangeSettings, RegionRule.All),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly ConditionalWeakTable<RouteEndpoint, RouteAccess> ByEndpoint = [];

    /// <summary>Who may use what a request was routed to. What no route takes is nobody's secret.</summary>
    public static RouteAccess Of(Endpoint? endpoint) => endpoint is RouteEndpoint route ? ByEndpoint.GetValue(route, Find) : RouteAccess.Anybody;

    /// <summary>A route as it stands in the table.</summary>
    public static string NameOf(RouteEndpoint route)
    {
        var methods = route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods;
        return $"{(methods is [{ } method] ? method : "*")} /{route.RoutePattern.RawText?.Trim('/')}";
    }

    // The console's many addresses say it themselves.
    private static RouteAccess Find(RouteEndpoint route) =>
        All.GetValueOrDefault(NameOf(route)) ?? route.Metadata.GetMetadata<RouteAccess>() ?? RouteAccess.Unlisted;
}
