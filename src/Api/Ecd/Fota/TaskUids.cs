using System.Security.Cryptography;
using System.Text;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;

namespace Wuying.Api.Ecd.Fota;

/// <summary>The id of a version's task in a region: made from the two, so that nobody has to keep it.</summary>
internal static class TaskUids
{
    private const string Start = "aot-";
    private const string Letters = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const int Length = 17;

    public static string Of(RegionId region, ImageVersion version)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{region}\n{version}"));
        return Start + string.Concat(hash.Take(Length).Select(number => Letters[number % Letters.Length]));
    }

    /// <summary>The version whose task an id names; null when the region has none of that id.</summary>
    public static PublishedVersion? Find(Region region, string id) => region.Catalogue.FirstOrDefault(entry => Of(region.Id, entry.Version) == id);
}
