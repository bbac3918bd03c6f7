namespace Wuying.Api.Ecd.Client;

/// <summary>A request of an end user who has logged on.</summary>
internal interface ILoggedOnRequest
{
    string? ClientId { get; }

    string? LoginToken { get; }

    string? SessionId { get; }
}
