using System.ComponentModel.DataAnnotations;
using Wuying.Domain.Access;

namespace Wuying.Api.Access;

/// <summary>Makes an access key.</summary>
public sealed record CreateAccessKeyRequest
{
    /// <summary>The most regions that one key names.</summary>
    public const int RegionsMax = 100;

    /// <summary><c>viewer</c> reads; <c>operator</c> does everything but settings and keys; <c>administrator</c> does everything.</summary>
    [Required, AllowedValues("viewer", "operator", "administrator", ErrorMessage = "One of viewer, operator, administrator.")]
    public required string Role { get; init; }

    /// <summary>The regions that its holder sees and acts in; all when left out.</summary>
    [MaxLength(RegionsMax), MinLength(1)]
    public IReadOnlyList<string>? Regions { get; init; }

    /// <summary>What people call it.</summary>
    [StringLength(AccessKey.NameLengthMax, MinimumLength = 1)]
    public string? Name { get; init; }
}
