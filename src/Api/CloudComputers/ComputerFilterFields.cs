namespace Wuying.Api.CloudComputers;

/// <summary>The words of a filter, as a query or a body gives them.</summary>
internal sealed record ComputerFilterFields(
    string? Status, string? Connection, string? OfficeNetworkId, string? ImageId, string? Version, string? Pending, string? Reason, string? Tag, string? Q)
{
    /// <summary>True when nothing is asked.</summary>
    public bool IsEmpty => this == new ComputerFilterFields(null, null, null, null, null, null, null, null, null);
}
