using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Binding;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Client;

[Ignored("AvailableFeatures", "ClientName", "ClientOS", "ClientType", "ClientVersion", "Uuid")]
[Refused("AuthenticationCode", "KeepAliveToken", "NewPassword", "OldPassword", "TokenCode", UnlessFalse = ["KeepAlive"])]
internal sealed record GetLoginTokenRequest : IRegionalRequest
{
    /// <summary>The only stage: user and password.</summary>
    public const string PasswordStage = "ADPassword";

    [Required]
    public string? RegionId { get; init; }

    [Required, StringLength(128, MinimumLength = 1)]
    public string? ClientId { get; init; }

    public string CurrentStage { get; init; } = PasswordStage;

    [Required]
    public string? EndUserId { get; init; }

    [Required]
    public string? Password { get; init; }

    public string? OfficeSiteId { get; init; }

    public string? DirectoryId { get; init; }

    /// <summary>Of an earlier log-on; there is a new one now.</summary>
    public string? SessionId { get; init; }

    public override string ToString() => nameof(GetLoginTokenRequest);
}
