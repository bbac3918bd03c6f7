using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Wuying.LoadTester.Provisioning;

/// <summary>A fleet as lines of JSON, written to the connection as they are made: the whole of it is never in memory.</summary>
internal sealed class FleetContent : HttpContent
{
    private const int FlushBytes = 64 * 1024;

    private readonly FleetPlan _plan;
    private readonly Action<int> _onSent;

    /// <summary>Makes the body of an import.</summary>
    /// <param name="plan">The fleet.</param>
    /// <param name="onSent">Told how many computers have been sent.</param>
    public FleetContent(FleetPlan plan, Action<int> onSent)
    {
        (_plan, _onSent) = (plan, onSent);
        Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream(FlushBytes * 2);
        await using var json = new Utf8JsonWriter(buffer);
        for (var number = 0; number < _plan.Computers; number++)
        {
            WriteLine(json, buffer, _plan.Computer(number));
            if (buffer.Length >= FlushBytes || number == _plan.Computers - 1)
            {
                await stream.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), cancellationToken);
                buffer.SetLength(0);
                _onSent(number + 1);
            }
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    private static void WriteLine(Utf8JsonWriter json, MemoryStream buffer, PlannedComputer computer)
    {
        json.WriteStartObject();
        json.WriteString("computerId", computer.Id);
        json.WriteString("name", computer.Name);
        json.WriteString("regionId", computer.Region);
        json.WriteString("officeNetworkId", computer.OfficeNetwork);
        json.WriteString("imageId", computer.Image);
        json.WriteString("imageType", computer.ImageType);
        json.WriteString("currentVersion", FleetPlan.Version);
        json.WriteString("status", computer.Status);
        json.WriteString("connection", computer.ConnectedUser is null ? "disconnected" : "connected");
        json.WriteString("connectedUserId", computer.ConnectedUser);
        json.WriteStartArray("assignedUserIds");
        foreach (var user in computer.Users)
        {
            json.WriteStringValue(user);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        json.Reset();
        buffer.WriteByte((byte)'\n');
    }
}
