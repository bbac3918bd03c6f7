namespace Wuying.Api.Ecd.Client;

/// <remarks>
/// <c>NextStage</c>: empty: nothing more is asked.
/// </remarks>
internal sealed record GetLoginTokenAnswer(string LoginToken, string SessionId, string EndUserId, string NextStage, string? OfficeSiteId)
{
    public override string ToString() => nameof(GetLoginTokenAnswer);
}
