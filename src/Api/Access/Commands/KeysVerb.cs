namespace Wuying.Api.Access.Commands;

/// <summary>What <c>keys</c> does.</summary>
internal enum KeysVerb
{
    /// <summary>Never used.</summary>
    Unspecified = 0,
    /// <summary>Makes a key.</summary>
    Create = 1,
    /// <summary>Shows all keys.</summary>
    List = 2,
    /// <summary>Disables a key.</summary>
    Disable = 3,
}
