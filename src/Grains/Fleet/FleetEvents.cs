using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;

namespace Wuying.Grains.Fleet;

/// <summary>Turns facts into the events that the store appends beside the state: what happened, and the subject in brief before and after.</summary>
internal static class FleetEvents
{
    /// <summary>The events of a computer's facts.</summary>
    public static ImmutableArray<FleetEvent> Of(CloudComputer? before, ImmutableArray<CloudComputerEvent> facts, string requestedBy)
    {
        var events = ImmutableArray.CreateBuilder<FleetEvent>(facts.Length);
        foreach (var fact in facts)
        {
            var after = CloudComputerEvolution.Evolve(before, fact);
            events.Add(Event(after.RegionId, "computer", after.Id.Value, fact, fact.At, requestedBy, before is null ? null : Brief(before), Brief(after)));
            before = after;
        }

        return events.MoveToImmutable();
    }

    /// <summary>The events of an image's facts.</summary>
    public static ImmutableArray<FleetEvent> Of(CustomImage? before, ImmutableArray<CustomImageEvent> facts, string requestedBy)
    {
        var events = ImmutableArray.CreateBuilder<FleetEvent>(facts.Length);
        foreach (var fact in facts)
        {
            var after = CustomImageRules.Evolve(before, fact);
            events.Add(Event(after.RegionId, "image", after.Id.Value, fact, fact.At, requestedBy, before is null ? null : Brief(before), Brief(after)));
            before = after;
        }

        return events.MoveToImmutable();
    }

    /// <summary>The events of a region's facts.</summary>
    public static ImmutableArray<FleetEvent> Of(Region? before, ImmutableArray<RegionEvent> facts, string requestedBy)
    {
        var events = ImmutableArray.CreateBuilder<FleetEvent>(facts.Length);
        foreach (var fact in facts)
        {
            var after = RegionRules.Evolve(before, fact);
            events.Add(Event(after.Id, "region", after.Id.Value, fact, fact.At, requestedBy, before is null ? null : Brief(before), Brief(after)));
            before = after;
        }

        return events.MoveToImmutable();
    }

    private static FleetEvent Event(
        RegionId region, string subject, string id, object fact, DateTimeOffset at, string requestedBy, string? before, string after) => new()
        {
            At = at,
            RegionId = region.Value,
            Subject = subject,
            SubjectId = id,
            Kind = JsonNamingPolicy.CamelCase.ConvertName(fact.GetType().Name),
            RequestedBy = requestedBy,
            Data = JsonSerializer.Serialize(fact, fact.GetType(), FleetEventJson.Context),
            Before = before,
            After = after,
        };

    private static string Brief(CloudComputer computer) => Json(writer =>
    {
        writer.WriteString("status", FleetEventJson.Word(computer.Status));
        writer.WriteString("connectedUserId", computer.Session?.UserId.Value);
        writer.WriteString("version", computer.CurrentVersion.Number);
        writer.WriteString("updateId", computer.PendingUpdate?.UpdateId.Value);
        writer.WriteString("pendingState", computer.PendingUpdate is { } update ? FleetEventJson.Word(update.State) : null);
        writer.WriteString("snapshot", computer.PendingUpdate is { } pending ? FleetEventJson.Word(pending.Snapshot) : null);
    });

    private static string Brief(CustomImage image) => Json(writer =>
    {
        writer.WriteString("status", FleetEventJson.Word(image.Status));
        writer.WriteString("version", image.CurrentVersion.Number);
        writer.WriteString("name", image.Name);
    });

    private static string Brief(Region region) => Json(writer =>
    {
        writer.WriteBoolean("automaticPush", region.AutomaticPush);
        writer.WriteNumber("dailyUpdateQuota", region.DailyUpdateQuota);
        writer.WriteString("latest", region.Latest?.Version.Number);
    });

    private static string Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(256);
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        write(writer);
        writer.WriteEndObject();
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
