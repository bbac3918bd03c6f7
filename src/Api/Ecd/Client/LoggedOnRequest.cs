using System.ComponentModel.DataAnnotations;

namespace Wuying.Api.Ecd.Client;

/// <summary>What the requests of end users who have logged on have in common.</summary>
internal abstract record LoggedOnRequest : ILoggedOnRequest
{
    /// <summary>The client, as it named itself when its user logged on.</summary>
    [Required]
    public string? ClientId { get; init; }

    [Required]
    public string? LoginToken { get; init; }

    public string? SessionId { get; init; }
}
