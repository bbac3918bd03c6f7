using System.ComponentModel.DataAnnotations;
using Wuying.Api.Hosting;
using Wuying.Domain.Tags;

namespace Wuying.Api.CloudComputers;

/// <summary>Asks for computers made from one image.</summary>
public sealed record CreateComputersRequest
{
    /// <summary>The most computers of one request.</summary>
    public const int CountMax = 1_000;

    /// <summary>The most users of one computer.</summary>
    public const int AssignedUsersMax = 100;

    /// <summary>The image.</summary>
    [Required, StringLength(64, MinimumLength = 1)]
    public required string ImageId { get; init; }

    /// <summary>How many; 1 unless given.</summary>
    [Range(1, CountMax)]
    public int? Count { get; init; }

    /// <summary>The name; of several computers each gets a number behind it.</summary>
    [Required, StringLength(RouteIds.NameLengthMax - 5, MinimumLength = 1)]
    public required string Name { get; init; }

    /// <summary>The office network; the region's default one unless given.</summary>
    [StringLength(RouteIds.NameLengthMax, MinimumLength = 1)]
    public string? OfficeNetworkId { get; init; }

    /// <summary>Who may connect.</summary>
    [MaxLength(AssignedUsersMax)]
    public IReadOnlyList<string>? AssignedUserIds { get; init; }

    /// <summary>Tags that each of them gets.</summary>
    [MaxLength(TagRules.TagsMax)]
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    // The generated reader passes over initial values, so a default cannot stand on the member itself.
    internal int HowMany => Count ?? 1;
}
