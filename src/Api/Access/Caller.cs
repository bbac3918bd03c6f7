using System.Collections.Immutable;
using Wuying.Domain.Access;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Regions;

namespace Wuying.Api.Access;

/// <summary>Who makes a request, and what they may do.</summary>
/// <param name="Name">Who asks, as history shows it: a key's id, an end user's, or a word.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Regions">Where; null for everywhere.</param>
/// <param name="KeyId">Their access key; null when they need none.</param>
internal sealed record Caller(string Name, Role Role, ImmutableArray<RegionId>? Regions, string? KeyId)
{
    /// <summary>Whoever is at this machine while nobody has made a key.</summary>
    public static readonly Caller Local = new("operator", Role.Administrator, Regions: null, KeyId: null);

    /// <summary>True when no region is kept from them.</summary>
    public bool SeesAll => Regions is null;

    /// <summary>The holder of a key.</summary>
    public static Caller Of(AccessKey key) => new(key.Id, key.Role, key.Regions, key.Id);

    /// <summary>An end user who has logged on. Has no role: what users may is asked of their computers.</summary>
    public static Caller Of(UserId user) => new(user.Value, Role.Unspecified, Regions: null, KeyId: null);

    /// <summary>True when what is in a region may be shown to them.</summary>
    public bool Sees(RegionId region) => Regions is not { } regions || regions.Contains(region);

    /// <summary>True when their role allows it, somewhere.</summary>
    public bool May(Permission permission) => Role >= permission.LeastRole();

    /// <summary>True when they may do it in a region.</summary>
    public bool May(Permission permission, RegionId region) => May(permission) && Sees(region);
}
