using System.Collections.Immutable;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;

namespace Wuying.Grains.Fleet;

/// <summary>Turns facts into the events that the store appends beside the state: what happened, and the subject in brief before and after.</summary>
internal static class FleetEvents
{
    /// <summary>The events of a computer's facts.</summary>
    public static ImmutableArray<FleetEvent> Of(CloudComputer? before, ImmutableArray<CloudComputerEvent> facts, string requestedBy) =>
        Fold(before, facts, CloudComputerEvolution.Evolve, Brief, fact => fact.At, after => ("computer", after.Id.Value, after.RegionId), requestedBy, NoticeOf);

    /// <summary>The events of an image's facts.</summary>
    public static ImmutableArray<FleetEvent> Of(CustomImage? before, ImmutableArray<CustomImageEvent> facts, string requestedBy) =>
        Fold(before, facts, CustomImageRules.Evolve, Brief, fact => fact.At, after => ("image", after.Id.Value, after.RegionId), requestedBy);

    /// <summary>The events of a region's facts.</summary>
    public static ImmutableArray<FleetEvent> Of(Region? before, ImmutableArray<RegionEvent> facts, string requestedBy) =>
        Fold(before, facts, RegionRules.Evolve, Brief, fact => fact.At, after => ("region", after.Id.Value, after.Id), requestedBy);

    private static ImmutableArray<FleetEvent> Fold<TState, TFact>(
        TState? before,
        ImmutableArray<TFact> facts,
        Func<TState?, TFact, TState> evolve,
        Func<TState, string> brief,
        Func<TFact, DateTimeOffset> at,
        Func<TState, (string Subject, string Id, RegionId Region)> name,
        string requestedBy,
        Func<TState?, TFact, TState, Notice?>? notice = null)
        where TState : class
        where TFact : class
    {
        var events = ImmutableArray.CreateBuilder<FleetEvent>(facts.Length);
        var told = before is null ? null : brief(before);
        foreach (var fact in facts)
        {
            var after = evolve(before, fact);
            var (subject, id, region) = name(after);
            var isTold = brief(after);
            events.Add(new FleetEvent
            {
                At = at(fact),
                RegionId = region.Value,
                Subject = subject,
                SubjectId = id,
                Kind = FleetEventJson.KindOf(fact),
                RequestedBy = requestedBy,
                Data = FleetEventJson.Write(fact),
                Before = told,
                After = isTold,
                Notice = notice?.Invoke(before, fact, after),
            });
            (before, told) = (after, isTold);
        }

        return events.MoveToImmutable();
    }

    private static Notice? NoticeOf(CloudComputer? before, CloudComputerEvent fact, CloudComputer after) =>
        NotificationRules.Of(before, fact, after) is { } notification && NotificationRules.RecipientsOf(before, fact, after) is { IsEmpty: false } users
            ? new Notice(notification, users)
            : null;

    private static string Brief(CloudComputer computer) => FleetEventJson.Write(computer, static (writer, computer) =>
    {
        writer.WriteStartObject();
        writer.WriteString("status", FleetEventJson.Word(computer.Status));
        writer.WriteString("connectedUserId", computer.Session?.UserId.Value);
        writer.WriteString("version", computer.CurrentVersion.Number);
        writer.WriteString("updateId", computer.PendingUpdate?.UpdateId.Value);
        writer.WriteString("pendingState", computer.PendingUpdate is { } update ? FleetEventJson.Word(update.State) : null);
        writer.WriteString("snapshot", computer.PendingUpdate is { } pending ? FleetEventJson.Word(pending.Snapshot) : null);
        writer.WriteEndObject();
    });

    private static string Brief(CustomImage image) => FleetEventJson.Write(image, static (writer, image) =>
    {
        writer.WriteStartObject();
        writer.WriteString("status", FleetEventJson.Word(image.Status));
        writer.WriteString("version", image.CurrentVersion.Number);
        writer.WriteString("name", image.Name);
        writer.WriteEndObject();
    });

    private static string Brief(Region region) => FleetEventJson.Write(region, static (writer, region) =>
    {
        writer.WriteStartObject();
        writer.WriteBoolean("automaticPush", region.AutomaticPush);
        writer.WriteNumber("dailyUpdateQuota", region.DailyUpdateQuota);
        writer.WriteString("latest", region.Latest?.Version.Number);
        writer.WriteEndObject();
    });
}
