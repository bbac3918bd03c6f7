using System.Net.Http.Headers;
using System.Text;

namespace Wuying.Api.Access.Commands;

/// <summary>The key that commands identify themselves by to a service. From the environment only: a command line can be read by everybody on the machine.</summary>
internal static class KeyCredentials
{
    /// <summary>Where its id is.</summary>
    public const string IdVariable = "WUYING_ACCESS_KEY_ID";

    /// <summary>Where its secret is.</summary>
    public const string SecretVariable = "WUYING_ACCESS_KEY_SECRET";

    /// <summary>The header; null when the environment has no key.</summary>
    public static AuthenticationHeaderValue? Find(IConfiguration environment) =>
        (environment[IdVariable], environment[SecretVariable]) is ({ Length: > 0 } id, { Length: > 0 } secret)
            ? new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:{secret}")))
            : null;
}
