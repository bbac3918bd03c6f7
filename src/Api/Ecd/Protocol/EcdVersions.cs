namespace Wuying.Api.Ecd.Protocol;

/// <summary>The versions of the product's API.</summary>
internal static class EcdVersions
{
    /// <summary>For administrators; every call is signed.</summary>
    public const string Administrator = "2020-09-30";

    /// <summary>For end users' clients; not signed, but with a token that a user got by logging on.</summary>
    public const string EndUser = "2020-10-02";
}
