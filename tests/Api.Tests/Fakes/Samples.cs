using System.IO.Pipelines;
using System.Text;
using Wuying.Api.Fleet.Import;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;

namespace Wuying.Api.Tests.Fakes;

public static class Samples
{
    public const string OlderVersion = "2.6.0-R-20230912.183045";
    public const string NewerVersion = "2.7.0-R-20231020.101500";

    public static CloudComputer Computer(string id = "ecd-1", string region = "cn-hangzhou") => new()
    {
        Id = new CloudComputerId(id),
        Name = "call-0001",
        RegionId = new RegionId(region),
        OfficeNetworkId = $"{region}+dir-1",
        ImageId = new ImageId("m-1"),
        ImageType = ImageType.Custom,
        CurrentVersion = new ImageVersion(OlderVersion),
        Status = CloudComputerStatus.Running,
        AssignedUserIds = [new UserId("alice")],
    };

    public static string Desktop(string id, string more = "") =>
        $$$"""{"DesktopId":"{{{id}}}","DesktopName":"n","DesktopStatus":"Running","ConnectionStatus":"Disconnected","ImageId":"m-1","OfficeSiteId":"cn-hangzhou+dir-1","EndUserIds":[],"Sessions":[],"FotaUpdate":{"CurrentAppVersion":"{{{OlderVersion}}}"}{{{more}}}}""";

    public static string Page(params string[] desktops) => $$"""{"RequestId":"r","TotalCount":1,"Desktops":[{{string.Join(',', desktops)}}]}""";

    public static Stream Open(string file) => File.OpenRead(Path.Combine(AppContext.BaseDirectory, "data", file));

    internal static async Task<List<ImportRow>> ReadAsync(Stream body, bool isLines = false)
    {
        var rows = new List<ImportRow>();
        await foreach (var row in ImportReader.ReadAsync(PipeReader.Create(body), isLines, CancellationToken.None))
        {
            rows.Add(row);
        }

        return rows;
    }

    internal static Task<List<ImportRow>> ReadAsync(string body, bool isLines = false) => ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(body)), isLines);

    /// <summary>Reads a body that comes in pieces of given sizes; what is left comes last.</summary>
    internal static async Task<List<ImportRow>> ReadInPiecesAsync(byte[] body, params IEnumerable<int> sizes)
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        var reading = Collect(pipe.Reader);
        var start = 0;
        foreach (var size in sizes.Append(body.Length))
        {
            var end = Math.Min(start + size, body.Length);
            await pipe.Writer.WriteAsync(body.AsMemory(start..end));
            await Task.Yield();
            start = end;
        }

        await pipe.Writer.CompleteAsync();
        return await reading;

        static async Task<List<ImportRow>> Collect(PipeReader reader)
        {
            var rows = new List<ImportRow>();
            await foreach (var row in ImportReader.ReadAsync(reader, isLines: false, CancellationToken.None))
            {
                rows.Add(row);
            }

            return rows;
        }
    }
}
