using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Wuying.Api.CloudComputers;

/// <summary>The filters of a list of computers.</summary>
internal sealed class ComputerQuery
{
    [FromQuery(Name = "status"), Description("By status.")]
    public string? Status { get; init; }

    [FromQuery(Name = "connection"), Description("connected or disconnected.")]
    public string? Connection { get; init; }

    [FromQuery(Name = "officeNetworkId"), Description("By office network.")]
    public string? OfficeNetworkId { get; init; }

    [FromQuery(Name = "imageId"), Description("By image.")]
    public string? ImageId { get; init; }

    [FromQuery(Name = "version"), Description("By current version.")]
    public string? Version { get; init; }

    [FromQuery(Name = "pending"), Description("By pending update: any (or true), none (or false), offered, scheduled, waiting, running.")]
    public string? Pending { get; init; }

    [FromQuery(Name = "reason"), Description("By the last reason of the pending or last update, e.g. ComputerConnected.")]
    public string? Reason { get; init; }

    [FromQuery(Name = "tag"), Description("By tag: key=value, or a key alone for any value. A key is what stands before the first '='.")]
    public string? Tag { get; init; }

    [FromQuery(Name = "q"), Description("Text in the id or name, in any case.")]
    public string? Q { get; init; }

    [FromQuery(Name = "format"), Description("ndjson streams all that match, one a line, without pages.")]
    public string? Format { get; init; }

    public ComputerFilterFields ToFields() => new(Status, Connection, OfficeNetworkId, ImageId, Version, Pending, Reason, Tag, Q);
}
