namespace Wuying.Contracts.Fleet;

/// <summary>One change of the fleet: who asked, when, what, why. Written in the same transaction as the change.</summary>
[GenerateSerializer, Immutable, Alias("wuying.fleet-event")]
public sealed record FleetEvent
{
    /// <summary>When, by the service's clock.</summary>
    [Id(0)] public required DateTimeOffset At { get; init; }

    /// <summary>The region it happened in.</summary>
    [Id(1)] public required string RegionId { get; init; }

    /// <summary>What it happened to: <c>computer</c>, <c>image</c>, <c>region</c>.</summary>
    [Id(2)] public required string Subject { get; init; }

    /// <summary>Its id.</summary>
    [Id(3)] public required string SubjectId { get; init; }

    /// <summary>What happened, e.g. <c>updateStarted</c>: the fact's name in camel case.</summary>
    [Id(4)] public required string Kind { get; init; }

    /// <summary>Who asked; <c>system</c> for what falls due by itself.</summary>
    [Id(5)] public required string RequestedBy { get; init; }

    /// <summary>The facts, a JSON object.</summary>
    [Id(6)] public required string Data { get; init; }

    /// <summary>The subject in brief before the change, a JSON object; null when it was new.</summary>
    [Id(7)] public string? Before { get; init; }

    /// <summary>The subject in brief after the change, a JSON object.</summary>
    [Id(8)] public string? After { get; init; }

    /// <summary>What end users are told of it, and who; null when nobody is. Written with the event, and read by <see cref="IFleetQueries.ListNotificationsAsync"/> only.</summary>
    [Id(9)] public Notice? Notice { get; init; }
}
