using System.Net;
using Wuying.Api.Access;
using Wuying.Domain.Access;

namespace Wuying.Api.Ecd.Client;

/// <summary>Who calls before anybody has logged on.</summary>
internal static class EndUserClients
{
    /// <summary>A client of nobody yet: told from others by its address, so that one who asks too much is not taken for all.</summary>
    public static Caller CallerAt(IPAddress? address) => new($"client at {address}", Role.Unspecified, Regions: null, KeyId: null);
}
