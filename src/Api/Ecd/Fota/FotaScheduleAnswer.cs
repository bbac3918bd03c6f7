namespace Wuying.Api.Ecd.Fota;

/// <remarks>
/// <c>ScheduleResults</c>: one entry a desktop, in the order of the call; one refusal does not hinder the others (R24).
/// </remarks>
internal sealed record FotaScheduleAnswer(IReadOnlyList<FotaScheduleResultAnswer> ScheduleResults);
