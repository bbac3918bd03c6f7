using System.ComponentModel.DataAnnotations;

namespace Wuying.Api.Access;

/// <summary>Gives an end user a password.</summary>
public sealed record SetPasswordRequest
{
    /// <summary>The least characters.</summary>
    public const int LengthMin = 8;

    /// <summary>The most characters.</summary>
    public const int LengthMax = 128;

    /// <summary>The password, which is kept as a slow hash and never shown.</summary>
    [Required, StringLength(LengthMax, MinimumLength = LengthMin)]
    public required string Password { get; init; }

    public override string ToString() => nameof(SetPasswordRequest);
}
