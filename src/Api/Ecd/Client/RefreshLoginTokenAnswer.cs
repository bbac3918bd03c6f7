namespace Wuying.Api.Ecd.Client;

internal sealed record RefreshLoginTokenAnswer(string LoginToken)
{
    public override string ToString() => nameof(RefreshLoginTokenAnswer);
}
