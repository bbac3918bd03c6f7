using Wuying.Domain.Regions;

namespace Wuying.Contracts.Fleet;

/// <summary>A shard that has work.</summary>
/// <param name="RegionId">The region.</param>
/// <param name="Shard">The shard.</param>
/// <param name="Window">The day of the window the work belongs to; null for work outside windows.</param>
public sealed record ShardWork(RegionId RegionId, int Shard, DateOnly? Window);
