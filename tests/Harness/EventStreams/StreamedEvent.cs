namespace Wuying.Harness.EventStreams;

/// <summary>One event of a stream of Server-Sent Events.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What stands behind <c>event:</c>.</param>
/// <param name="Data">What stands behind <c>data:</c>.</param>
public sealed record StreamedEvent(string? Id, string? Kind, string Data);
