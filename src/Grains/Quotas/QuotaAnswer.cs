namespace Wuying.Grains.Quotas;

/// <summary>What a computer is told that asked for a place.</summary>
/// <param name="IsGranted">It has one.</param>
/// <param name="NextDayWithRoom">When it has none: the earliest later day with room, if there is one (R17).</param>
internal readonly record struct QuotaAnswer(bool IsGranted, DateOnly? NextDayWithRoom);
