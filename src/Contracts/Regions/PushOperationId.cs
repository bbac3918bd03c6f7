using System.Globalization;
using Wuying.Domain.Regions;

namespace Wuying.Contracts.Regions;

/// <summary>Spells the id of the bulk operation that carries a push order out: one for each order, however often it is begun.</summary>
public static class PushOperationId
{
    /// <summary>The id.</summary>
    public static string Of(RegionId region, int pushNumber) => string.Create(CultureInfo.InvariantCulture, $"push-{region}-{pushNumber}");
}
