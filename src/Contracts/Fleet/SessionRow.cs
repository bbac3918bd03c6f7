using Wuying.Domain.CloudComputers;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Regions;

namespace Wuying.Contracts.Fleet;

/// <summary>One session of an end user on one computer, in the table of sessions: kept when it has ended.</summary>
/// <param name="ComputerId">The computer; together with user and beginning the key of the row.</param>
/// <param name="RegionId">Its region.</param>
/// <param name="UserId">Who was connected.</param>
/// <param name="StartedAt">Since when.</param>
/// <param name="EndedAt">Until when; null while the session lasts.</param>
[GenerateSerializer, Immutable, Alias("wuying.session-row")]
public sealed record SessionRow(
    [property: Id(0)] CloudComputerId ComputerId,
    [property: Id(1)] RegionId RegionId,
    [property: Id(2)] UserId UserId,
    [property: Id(3)] DateTimeOffset StartedAt,
    [property: Id(4)] DateTimeOffset? EndedAt)
{
    /// <summary>The most that are kept for one computer; the oldest go first.</summary>
    public const int KeptMax = 50;
}
