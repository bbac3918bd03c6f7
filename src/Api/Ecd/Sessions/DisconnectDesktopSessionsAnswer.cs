namespace Wuying.Api.Ecd.Sessions;

/// <remarks>
/// <c>InvalidSessions</c>: those that were not there.
/// </remarks>
internal sealed record DisconnectDesktopSessionsAnswer(IReadOnlyList<InvalidSessionAnswer> InvalidSessions);
