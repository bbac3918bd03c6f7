using Microsoft.Extensions.Localization;
using Wuying.Domain.Regions;
using Wuying.WebConsole.Texts;

namespace Wuying.WebConsole.Regions;

/// <summary>What regions are called in the console's languages.</summary>
internal static class RegionNames
{
    public static string Of(RegionId region, IStringLocalizer<ConsoleTexts> texts) => texts[$"Region.{region}"] is { ResourceNotFound: false } name
        ? name.Value
        : ProductRegion.Find(region)?.DisplayName ?? region.Value;
}
