using Wuying.Api.CloudComputers;
using Wuying.Api.Hosting;
using Wuying.Api.Problems;
using Wuying.Contracts.Fleet;
using Wuying.Domain.Regions;

namespace Wuying.Api.Updates;

/// <summary>Reads whom a bulk request is about.</summary>
internal static class ManyComputersReader
{
    /// <summary>The filter; null when computers are named. Notes what is wrong.</summary>
    public static ComputerFilter? ReadFilter(this ManyComputersRequest request, RegionId region, InputErrors errors)
    {
        if ((request.ComputerIds is null) == (request.Filter is null))
        {
            errors.Add("computerIds", "Either computerIds or filter is needed, not both.");
        }

        CheckIds(request.ComputerIds, errors);

        if (request.Filter is not { } filter)
        {
            return null;
        }

        var fields = filter.ToFields();
        if (filter.All != fields.IsEmpty)
        {
            errors.Add("filter", "At least one filter, or all: true and nothing else.");
        }

        return new ComputerFilterReader("filter.", errors).Read(region, fields);
    }

    /// <summary>Notes the first name that cannot be one.</summary>
    public static void CheckIds(IReadOnlyList<string>? computerIds, InputErrors errors)
    {
        foreach (var impossible in computerIds?.Where(id => !RouteIds.IsId(id)).Take(1) ?? [])
        {
            errors.Add("computerIds", $"'{RouteIds.Shorten(impossible ?? "")}' is not spelled like a computer's id.");
        }
    }
}
