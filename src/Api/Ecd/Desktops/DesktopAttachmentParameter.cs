using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Binding;

namespace Wuying.Api.Ecd.Desktops;

[Ignored(
    "DataDiskCategory", "DataDiskPerLevel", "DataDiskSize", "DefaultLanguage", "DesktopType", "SystemDiskCategory", "SystemDiskPerLevel", "SystemDiskSize")]
internal sealed record DesktopAttachmentParameter
{
    [Required]
    public string? ImageId { get; init; }
}
