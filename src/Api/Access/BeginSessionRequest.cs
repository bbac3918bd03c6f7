using System.ComponentModel.DataAnnotations;

namespace Wuying.Api.Access;

/// <summary>Begins a session with an access key.</summary>
public sealed record BeginSessionRequest
{
    private const int LengthMax = 128;

    /// <summary>The key's id.</summary>
    [Required, StringLength(LengthMax, MinimumLength = 1)]
    public required string AccessKeyId { get; init; }

    /// <summary>The key's secret.</summary>
    [Required, StringLength(LengthMax, MinimumLength = 1)]
    public required string AccessKeySecret { get; init; }

    public override string ToString() => nameof(BeginSessionRequest);
}
