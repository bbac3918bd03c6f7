using Wuying.Api.Json;
using Wuying.Domain.Access;
using Wuying.Domain.Regions;

namespace Wuying.Api.Access;

/// <summary>From the domain's access key to the API's, and back.</summary>
internal static class AccessKeyMapping
{
    public static AccessKeyResponse ToResponse(this AccessKey key) => new()
    {
        AccessKeyId = key.Id,
        Name = key.Name,
        Role = Words<Role>.Of(key.Role),
        Regions = key.Regions is { } regions ? [.. regions.Select(region => region.Value)] : null,
        Disabled = key.IsDisabled,
        CreatedAt = key.CreatedAt,
        CreatedBy = key.CreatedBy,
        DisabledAt = key.DisabledAt,
        DisabledBy = key.DisabledBy,
        LastUsedAt = key.LastUsedAt,
    };

    /// <summary>The key that a request asks for; its instant is for who makes it to say.</summary>
    public static AccessKey ToKey(this CreateAccessKeyRequest request, string id, string requestedBy) => new()
    {
        Id = id,
        Name = request.Name,
        Role = Words<Role>.TryRead(request.Role, out var role) ? role : Role.Unspecified,
        Regions = request.Regions is { } regions ? [.. regions.Distinct(StringComparer.Ordinal).Select(region => new RegionId(region))] : null,
        CreatedAt = default,
        CreatedBy = requestedBy,
    };
}
