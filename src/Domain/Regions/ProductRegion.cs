using System.Collections.Frozen;
using System.Collections.Immutable;
using Wuying.Domain.Updates;

namespace Wuying.Domain.Regions;

/// <summary>A region that the product offers. A region's zone never changes, so its calendar is known without asking anybody.</summary>
/// <param name="Id">Names the region.</param>
/// <param name="DisplayName">What people call it.</param>
/// <param name="TimeZone">Its IANA time zone.</param>
/// <param name="IsBuiltIn">True when every store knows it from the start; the others come with an import.</param>
public sealed record ProductRegion(RegionId Id, string DisplayName, string TimeZone, bool IsBuiltIn)
{
    private static readonly FrozenDictionary<string, ProductRegion> ById = Table().ToFrozenDictionary(region => region.Id.Value, StringComparer.Ordinal);

    /// <summary>The region's calendar.</summary>
    public UpdateWindowCalendar Calendar { get; } = new(TimeZoneInfo.FindSystemTimeZoneById(TimeZone));

    /// <summary>All regions of the product, by id.</summary>
    public static ImmutableArray<ProductRegion> All { get; } = [.. ById.Values.OrderBy(region => region.Id.Value, StringComparer.Ordinal)];

    /// <summary>The product's region of that id, or null.</summary>
    public static ProductRegion? Find(RegionId id) => id.Value is null ? null : ById.GetValueOrDefault(id.Value);

    /// <summary>The calendar of a region that is known to exist.</summary>
    public static UpdateWindowCalendar CalendarOf(RegionId id) =>
        Find(id)?.Calendar ?? throw new InvalidOperationException($"{id} is no region of the product.");

    private static ProductRegion[] Table() =>
    [
        BuiltIn("cn-hangzhou", "China (Hangzhou)", "Asia/Shanghai"),
        BuiltIn("cn-shanghai", "China (Shanghai)", "Asia/Shanghai"),
        BuiltIn("cn-beijing", "China (Beijing)", "Asia/Shanghai"),
        BuiltIn("ap-southeast-1", "Singapore", "Asia/Singapore"),
        BuiltIn("ap-northeast-1", "Japan (Tokyo)", "Asia/Tokyo"),
        BuiltIn("eu-central-1", "Germany (Frankfurt)", "Europe/Berlin"),
        BuiltIn("us-west-1", "US (Silicon Valley)", "America/Los_Angeles"),
        BuiltIn("us-east-1", "US (Virginia)", "America/New_York"),
        ByImport("cn-chengdu", "China (Chengdu)", "Asia/Shanghai"),
        ByImport("cn-guangzhou", "China (Guangzhou)", "Asia/Shanghai"),
        ByImport("cn-hongkong", "China (Hong Kong)", "Asia/Hong_Kong"),
        ByImport("cn-nanjing", "China (Nanjing)", "Asia/Shanghai"),
        ByImport("cn-qingdao", "China (Qingdao)", "Asia/Shanghai"),
        ByImport("cn-shenzhen", "China (Shenzhen)", "Asia/Shanghai"),
        ByImport("cn-zhangjiakou", "China (Zhangjiakou)", "Asia/Shanghai"),
        ByImport("ap-northeast-2", "South Korea (Seoul)", "Asia/Seoul"),
        ByImport("ap-southeast-3", "Malaysia (Kuala Lumpur)", "Asia/Kuala_Lumpur"),
        ByImport("ap-southeast-5", "Indonesia (Jakarta)", "Asia/Jakarta"),
        ByImport("ap-southeast-6", "Philippines (Manila)", "Asia/Manila"),
        ByImport("ap-southeast-7", "Thailand (Bangkok)", "Asia/Bangkok"),
        ByImport("eu-west-1", "UK (London)", "Europe/London"),
        ByImport("me-central-1", "Saudi Arabia (Riyadh)", "Asia/Riyadh"),
        ByImport("me-east-1", "UAE (Dubai)", "Asia/Dubai"),
    ];

    private static ProductRegion BuiltIn(string id, string name, string zone) => new(new RegionId(id), name, zone, IsBuiltIn: true);

    private static ProductRegion ByImport(string id, string name, string zone) => new(new RegionId(id), name, zone, IsBuiltIn: false);
}
