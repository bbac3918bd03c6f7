namespace Wuying.Api.Ecd.Protocol;

/// <summary>A request about one region. Regions that are not there, or not the caller's, are refused before anybody is asked.</summary>
internal interface IRegionalRequest
{
    string? RegionId { get; }
}
