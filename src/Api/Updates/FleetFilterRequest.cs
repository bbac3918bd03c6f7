using System.Text.Json.Serialization;
using Wuying.Api.CloudComputers;
using Wuying.Api.Json;

namespace Wuying.Api.Updates;

/// <summary>Which computers a bulk request is about: the list's filters, at least one, or <c>all</c>.</summary>
public sealed record FleetFilterRequest
{
    /// <summary>Every computer of the region; then nothing else is given.</summary>
    public bool All { get; init; }

    /// <summary>By status.</summary>
    public string? Status { get; init; }

    /// <summary><c>connected</c> or <c>disconnected</c>.</summary>
    public string? Connection { get; init; }

    /// <summary>By office network.</summary>
    public string? OfficeNetworkId { get; init; }

    /// <summary>By image.</summary>
    public string? ImageId { get; init; }

    /// <summary>By current version.</summary>
    public string? Version { get; init; }

    /// <summary>By pending update: <c>any</c>, <c>none</c> or a state.</summary>
    [JsonConverter(typeof(WordOrBooleanConverter))]
    public string? Pending { get; init; }

    /// <summary>By the last reason.</summary>
    public string? Reason { get; init; }

    /// <summary>By tag: <c>key=value</c>, or a key alone for any value.</summary>
    public string? Tag { get; init; }

    /// <summary>Text in the id or name.</summary>
    public string? Q { get; init; }

    internal ComputerFilterFields ToFields() => new(Status, Connection, OfficeNetworkId, ImageId, Version, Pending, Reason, Tag, Q);
}
