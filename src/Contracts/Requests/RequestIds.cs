using System.Security.Cryptography;

namespace Wuying.Contracts.Requests;

/// <summary>Ids of what a request makes.</summary>
public static class RequestIds
{
    /// <summary>What they are spelled with.</summary>
    public const string Letters = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>Their length without the prefix.</summary>
    public const int Length = 17;

    /// <summary>An id that nobody has had before.</summary>
    /// <param name="prefix">What kind of id.</param>
    public static string NewRandom(string prefix) => prefix + RandomNumberGenerator.GetString(Letters, Length);
}
