using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Binding;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Fota;

[Ignored("FotaStatus")]
internal sealed record DescribeFotaTasksRequest : IRegionalRequest
{
    [Required]
    public string? RegionId { get; init; }

    public IReadOnlyList<string>? TaskUid { get; init; }

    [AllowedValues(FotaWords.Pushed, FotaWords.NotPushed)]
    public string? UserStatus { get; init; }

    public string Lang { get; init; } = ReleaseNotes.English;

    [Range(1, 100)]
    public int MaxResults { get; init; } = 20;

    public string? NextToken { get; init; }
}
