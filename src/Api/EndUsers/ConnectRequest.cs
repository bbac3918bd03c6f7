using System.ComponentModel.DataAnnotations;

namespace Wuying.Api.EndUsers;

/// <summary>A user connects.</summary>
public sealed record ConnectRequest
{
    /// <summary>Who.</summary>
    [Required, StringLength(64, MinimumLength = 1)]
    public required string UserId { get; init; }
}
