using Wuying.Domain.CloudComputers;
using Wuying.Domain.EndUsers;

namespace Wuying.Api.Ecd.Sessions;

/// <summary>Whom a ticket is for.</summary>
internal sealed record TicketPromise(CloudComputerId Computer, UserId User);
