using Wuying.Api.Hosting;
using Wuying.Contracts.Answers;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;

namespace Wuying.Api.Fleet.Import;

/// <summary>One import: turns rows into computers and images and sends them in waves, one wave on its way while the next is read.</summary>
internal sealed class FleetImport
{
    private readonly Cluster _cluster;
    private readonly int _waveSize;
    private readonly string _requestedBy;
    private readonly RegionId? _given;
    private readonly ImportTally _tally = new();
    private readonly ImportRegions _regions;
    private readonly ImportImages _images;
    private readonly ImportRegionLines _regionLines;
    private readonly ImportImageLines _imageLines;
    private readonly HashSet<CloudComputerId> _idsInWave = [];
    private List<SentRow> _wave = [];
    private Task<(SentRow Sent, Answer Answer)[]> _onItsWay = Task.FromResult<(SentRow, Answer)[]>([]);
    private DateTimeOffset _now;

    public FleetImport(Cluster cluster, int waveSize, string requestedBy, RegionId? given)
    {
        (_cluster, _waveSize, _requestedBy, _given) = (cluster, waveSize, requestedBy, given);
        _regions = new ImportRegions(cluster, requestedBy);
        _images = new ImportImages(cluster, _regions, _tally, requestedBy, given);
        _regionLines = new ImportRegionLines(cluster, _regions, _tally, requestedBy);
        _imageLines = new ImportImageLines(cluster, _regions, _tally, requestedBy);
    }

    /// <summary>Imports all rows.</summary>
    public async Task<ImportResponse> RunAsync(IAsyncEnumerable<ImportRow> rows)
    {
        _now = await _cluster.GetNowAsync();
        await foreach (var row in rows)
        {
            await TakeAsync(row);
        }

        await _regionLines.EndAsync();
        await SendAsync();
        await SendAsync();
        await _images.RegisterAsync();
        return _tally.ToResponse();
    }

    private Task TakeAsync(ImportRow row)
    {
        switch (row)
        {
            case { IsBreak: true }:
                _tally.Break(row);
                break;
            case { Error: { } error }:
                _tally.Refuse(row, null, new Rejection(RejectionCode.InvalidRequest, error));
                break;
            case { Image: not null }:
                _images.Add(row);
                break;
            case { Region: { } region }:
                return _regionLines.TakeAsync(row, region);
            case { Version: { } version }:
                _regionLines.Take(row, version);
                break;
            case { ImageLine: { } image }:
                return _imageLines.TakeAsync(row, image);
            case { Desktop: { } desktop }:
                return TakeDesktopAsync(row, desktop);
            case { Computer: { } computer }:
                return TakeComputerAsync(row, computer);
            default:
                throw new InvalidOperationException($"{row} is empty.");
        }

        return Task.CompletedTask;
    }

    private async Task TakeDesktopAsync(ImportRow row, DesktopRow desktop)
    {
        if (await _regions.EnsureAsync(DesktopMapping.RegionOf(desktop, _given)) is { } refused)
        {
            _tally.Refuse(row, desktop.DesktopId, refused);
            return;
        }

        var region = DesktopMapping.RegionOf(desktop, _given)!.Value;
        var imageType = RouteIds.IsId(desktop.ImageId) ? await _images.TypeOfAsync(desktop.ImageId!, region) : ImageType.Custom;
        await AddAsync(row, desktop.DesktopId, DesktopMapping.Map(desktop, region, imageType, _now));
    }

    private async Task TakeComputerAsync(ImportRow row, ComputerRow computer)
    {
        RegionId? region = computer.RegionId is { } told ? new RegionId(told) : _given;
        if (await _regions.EnsureAsync(region) is { } refused)
        {
            _tally.Refuse(row, computer.ComputerId, refused);
            return;
        }

        await _regionLines.EndAsync();
        var catalogue = computer.IsPlain ? null : await _regionLines.FindAsync(region!.Value);
        await AddAsync(row, computer.ComputerId, ComputerRowMapping.Map(computer, region!.Value, catalogue, _now));
    }

    private async Task AddAsync(ImportRow row, string? id, MappedRow mapped)
    {
        if (mapped.Computer is not { } computer)
        {
            _tally.Refuse(row, id, mapped.Refused!);
            return;
        }

        // The same computer twice: the later row must come later, so it waits for the next wave.
        if (_wave.Count == _waveSize || !_idsInWave.Add(computer.Id))
        {
            await SendAsync();
            _idsInWave.Add(computer.Id);
        }

        _images.Uses(computer.ImageId, computer.RegionId);
        _wave.Add(new(row, computer, mapped.LeftOut));
    }

    private async Task SendAsync()
    {
        foreach (var (sent, answer) in await _onItsWay)
        {
            _tally.Add(sent.Row, sent.Computer.Id.Value, answer);
            if (sent.LeftOut is { } why && answer.Outcome is AnswerOutcome.Accepted)
            {
                _tally.LeaveOut(sent.Row, sent.Computer.Id.Value, why);
            }
        }

        var wave = _wave;
        _wave = [];
        _idsInWave.Clear();
        _onItsWay = Task.WhenAll(wave.Select(ImportAsync));
    }

    private async Task<(SentRow Sent, Answer Answer)> ImportAsync(SentRow sent)
    {
        try
        {
            var grain = _cluster.Computer(sent.Computer.Id);
            var answer = await grain.ImportAsync(sent.Computer, _requestedBy);

            // A computer is worth having without the update that the quota has no room for.
            return answer.Rejection is { Code: RejectionCode.DailyQuotaExceeded } full
                ? (sent with { LeftOut = full }, await grain.ImportAsync(sent.Computer with { PendingUpdate = null }, _requestedBy))
                : (sent, answer);
        }
        catch (Exception)
        {
            // One row that fails must not hide the answers of the others, and none is lost: it is told by line.
            return (sent, Answer.Rejected(RejectionCode.OutcomeUnknown, "The service did not answer for this row; import it again."));
        }
    }
}
