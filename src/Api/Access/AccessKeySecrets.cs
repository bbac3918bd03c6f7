using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Wuying.Domain.Access;

namespace Wuying.Api.Access;

/// <summary>Makes the secrets of access keys, and keeps them encrypted.</summary>
/// <param name="protection">Encrypts. A secret is bound to its key's id: in another key's place it cannot be read.</param>
internal sealed class AccessKeySecrets(IDataProtectionProvider protection)
{
    /// <summary>How ids of keys begin.</summary>
    public const string IdPrefix = "LTAI";

    private const string Purpose = "wuying.access-key";
    private const string Characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int IdLength = 20;
    private const int SecretLength = 30;

    /// <summary>Makes an id.</summary>
    public static string NewId() => IdPrefix + RandomNumberGenerator.GetString(Characters, IdLength);

    /// <summary>Makes a secret: some 178 bits that nobody guesses.</summary>
    public static string NewSecret() => RandomNumberGenerator.GetString(Characters, SecretLength);

    /// <summary>Compares without telling by the time it takes how far they agree.</summary>
    public static bool AreEqual(string told, string secret) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(told)), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>The entry of a new key.</summary>
    public AccessKeyEntry Protect(AccessKey key, string secret) => new(key, ProtectorOf(key.Id).Protect(secret));

    /// <summary>The key with its secret.</summary>
    public KnownAccessKey Unprotect(AccessKeyEntry entry) => new(entry.Key, ProtectorOf(entry.Key.Id).Unprotect(entry.ProtectedSecret));

    private IDataProtector ProtectorOf(string id) => protection.CreateProtector(Purpose, id);
}
