using System.ComponentModel.DataAnnotations;

namespace Wuying.Api.EndUsers;

/// <summary>A user's yes to an offer.</summary>
public sealed record AcceptUpdateRequest
{
    /// <summary><c>now</c>, <c>in4Hours</c>, <c>in8Hours</c> or <c>in12Hours</c> (R8).</summary>
    [Required, AllowedValues("now", "in4Hours", "in8Hours", "in12Hours", ErrorMessage = "One of now, in4Hours, in8Hours, in12Hours.")]
    public required string When { get; init; }

    /// <summary>What the computer does then: <c>asBefore</c> unless given, <c>running</c> or <c>stopped</c> (R9).</summary>
    [AllowedValues(null, "asBefore", "running", "stopped", ErrorMessage = "One of asBefore, running, stopped.")]
    public string? StateAfterwards { get; init; }
}
