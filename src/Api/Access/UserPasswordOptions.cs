using System.ComponentModel.DataAnnotations;

namespace Wuying.Api.Access;

/// <summary>How end users log on.</summary>
public sealed class UserPasswordOptions
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string SectionName = "EndUsers";

    /// <summary>The password of every user who has not been given one of their own: for fleets of simulated users.</summary>
    /// <value>None unless set: who has no password cannot log on. 8 to 128 characters.</value>
    [StringLength(SetPasswordRequest.LengthMax, MinimumLength = SetPasswordRequest.LengthMin)]
    public string? DefaultPassword { get; set; }
}
