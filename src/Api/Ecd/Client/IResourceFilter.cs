namespace Wuying.Api.Ecd.Client;

/// <summary>Which of their computers end users ask for.</summary>
internal interface IResourceFilter
{
    string? SearchRegionId { get; }

    IReadOnlyList<string>? Ids { get; }

    string? Name { get; }

    IReadOnlyList<string>? OfficeSiteIds { get; }

    int MaxResults { get; }

    string? NextToken { get; }
}
