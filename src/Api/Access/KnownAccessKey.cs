using Wuying.Domain.Access;

namespace Wuying.Api.Access;

/// <summary>A key with its secret, to check what a caller proves. Never shown, never logged.</summary>
/// <param name="Key">The key, which may be disabled.</param>
/// <param name="Secret">Its secret as it was given out.</param>
internal sealed record KnownAccessKey(AccessKey Key, string Secret)
{
    public override string ToString() => Key.Id;
}
