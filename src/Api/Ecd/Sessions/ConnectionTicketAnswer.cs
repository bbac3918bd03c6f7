namespace Wuying.Api.Ecd.Sessions;

/// <remarks>
/// <c>TaskStatus</c>: <c>RUNNING</c> while the desktop is on its way, then <c>FINISHED</c> with a ticket or <c>FAILED</c> with a code.
/// <c>Ticket</c>: base64; good for ten minutes.
/// </remarks>
internal sealed record ConnectionTicketAnswer(
    string DesktopId, string TaskId, string TaskStatus, string? TaskCode, string? TaskMessage, string? Ticket)
{
    public override string ToString() => nameof(ConnectionTicketAnswer);
}
