namespace Wuying.Api.Ecd.Protocol;

/// <summary>A call as it came over the wire.</summary>
/// <param name="Method">The method of HTTP.</param>
/// <param name="Headers">All headers.</param>
/// <param name="Query">The parameters in the address.</param>
/// <param name="Parameters">Those in the address and those in the body.</param>
/// <param name="Body">The bytes of the body.</param>
internal sealed record EcdMessage(string Method, IHeaderDictionary Headers, EcdParameters Query, EcdParameters Parameters, byte[] Body)
{
    private const string V3Prefix = "ACS3-";

    /// <summary>True for the newer style, which signs headers: there a header names the action.</summary>
    public bool IsV3 => Headers.Authorization.ToString().StartsWith(V3Prefix, StringComparison.Ordinal);

    /// <summary>What is asked for.</summary>
    public string? Action => NameOf(EcdHeaders.Action, PublicParameters.Action);

    /// <summary>The version of the API that is meant.</summary>
    public string? Version => NameOf(EcdHeaders.Version, PublicParameters.Version);

    /// <summary>A header; null when it is not there.</summary>
    public string? Header(string name) => Headers.TryGetValue(name, out var values) ? values.ToString() : null;

    // Only what is signed counts: in the older style, whose clients send these headers too, the parameter.
    private string? NameOf(string header, string parameter) =>
        IsV3 ? Header(header) ?? Parameters.Find(parameter) : Parameters.Find(parameter) ?? Header(header);
}
