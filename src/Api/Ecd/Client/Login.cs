using Wuying.Domain.EndUsers;

namespace Wuying.Api.Ecd.Client;

/// <summary>An end user who has logged on with a client.</summary>
/// <param name="User">Who.</param>
/// <param name="ClientId">The client, as it names itself.</param>
/// <param name="SessionId">The session that began with the log-on.</param>
internal sealed record Login(UserId User, string ClientId, string SessionId);
