using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Binding;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Desktops;

[Ignored("OsUpdate", "PatchId")]
[Refused(UnlessFalse = ["CreateSnapshot"])]
internal sealed record RebootDesktopsRequest : IRegionalRequest
{
    [Required]
    public string? RegionId { get; init; }

    [Required, Length(1, 100)]
    public IReadOnlyList<string>? DesktopId { get; init; }
}
