using System.ComponentModel.DataAnnotations;

namespace Wuying.Api.Images;

/// <summary>Shares an image.</summary>
public sealed record ShareImageRequest
{
    /// <summary>The account that may use it.</summary>
    [Required, RegularExpression(@"[A-Za-z0-9][A-Za-z0-9._-]{0,63}", ErrorMessage = "1 to 64 letters, digits, '.', '_' or '-'.")]
    public required string AccountId { get; init; }
}
