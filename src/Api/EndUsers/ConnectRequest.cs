using System.ComponentModel.DataAnnotations;

namespace Wuying.Api.EndUsers;

/// <summary>A user connects: who it is, or the ticket that they were given for this computer.</summary>
public sealed record ConnectRequest
{
    /// <summary>Who; not with <see cref="Ticket"/>.</summary>
    [StringLength(64, MinimumLength = 1)]
    public string? UserId { get; init; }

    /// <summary>What <c>GetConnectionTicket</c> gave out within the last ten minutes; not with <see cref="UserId"/>.</summary>
    [StringLength(2_048, MinimumLength = 1)]
    public string? Ticket { get; init; }

    /// <summary>Its type's name alone: whoever has a ticket can connect with it.</summary>
    public override string ToString() => nameof(ConnectRequest);
}
