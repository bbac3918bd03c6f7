using Wuying.Api.Fleet.Export;
using Wuying.Api.Hosting;
using Wuying.Domain.Decisions;
using Wuying.Domain.Regions;

namespace Wuying.Api.Fleet.Import;

/// <summary>The regions of an export. The versions of a region follow its line; together they are sent as one, so that a region is taken in whole or not at all.</summary>
internal sealed class ImportRegionLines(Cluster cluster, ImportRegions regions, ImportTally tally, string requestedBy)
{
    private readonly Dictionary<RegionId, Region?> _known = [];
    private readonly List<(ImportRow Row, VersionLine Line)> _versions = [];
    private (ImportRow Row, RegionLine Line)? _open;

    /// <summary>Takes a region's line, and ends the region before it.</summary>
    public async Task TakeAsync(ImportRow row, RegionLine line)
    {
        await EndAsync();
        if (await regions.EnsureAsync(line.RegionId is null ? null : new RegionId(line.RegionId)) is { } refused)
        {
            tally.Refuse(row, line.RegionId, refused);
        }
        else if (RegionLineMapping.FirstMistake(line) is { } mistake)
        {
            tally.Refuse(row, line.RegionId, new Rejection(RejectionCode.InvalidRequest, mistake));
        }
        else
        {
            _open = (row, line);
        }
    }

    /// <summary>Takes a version's line.</summary>
    public void Take(ImportRow row, VersionLine line)
    {
        var mistake = _open is not { } open || open.Line.RegionId != line.RegionId ? "A version follows the line of its region, and that was not taken."
            : _versions.Count >= Region.CatalogueMax ? $"A catalogue holds at most {Region.CatalogueMax} versions."
            : _versions.Exists(held => held.Line.Version == line.Version) ? "The version stands twice."
            : RegionLineMapping.FirstMistake(line, open.Line);
        if (mistake is not null)
        {
            tally.Refuse(row, line.Version, new Rejection(RejectionCode.InvalidRequest, mistake));
            return;
        }

        _versions.Add((row, line));
    }

    /// <summary>Sends the region whose lines have come.</summary>
    public async Task EndAsync()
    {
        if (_open is not { } open)
        {
            return;
        }

        var id = new RegionId(open.Line.RegionId!);
        var told = RegionLineMapping.ToRegion(open.Line, [.. _versions.Select(held => held.Line)], ProductRegion.Find(id)!);
        var answer = await cluster.Region(id).ImportAsync(told, requestedBy);
        tally.Add(open.Row, id.Value, answer);
        foreach (var (row, line) in _versions)
        {
            tally.Add(row, line.Version, answer);
        }

        _versions.Clear();
        _known.Remove(id);
        _open = null;
    }

    /// <summary>A region as it is known, once its lines have been taken in.</summary>
    public async Task<Region?> FindAsync(RegionId id)
    {
        if (!_known.TryGetValue(id, out var known))
        {
            known = await cluster.Region(id).GetAsync();
            _known.Add(id, known);
        }

        return known;
    }
}
