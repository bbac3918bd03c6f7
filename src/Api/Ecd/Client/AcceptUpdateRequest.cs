using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Binding;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Client;

/// <summary>A user's yes to the update that is offered.</summary>
[Ignored("Uuid")]
internal sealed record AcceptUpdateRequest : LoggedOnRequest, IRegionalRequest
{
    [Required]
    public string? RegionId { get; init; }

    /// <summary>Which; without it the one of the user's that has an offer of this version.</summary>
    public string? DesktopId { get; init; }

    [Required]
    public string? AppVersion { get; init; }

    /// <summary>What the desktop does after it; what it did before unless given.</summary>
    [RegularExpression("^(?i)(running|stopped)$", ErrorMessage = "running or stopped.")]
    public string? TargetStatus { get; init; }
}
