using Wuying.Api.Json;
using Wuying.Domain.Access;

namespace Wuying.Api.Access;

/// <summary>From the domain's access key to the API's.</summary>
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
}
