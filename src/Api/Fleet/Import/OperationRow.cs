namespace Wuying.Api.Fleet.Import;

/// <summary>What matters of a machine's operation in the API's own shape. Its end follows from its kind.</summary>
internal sealed class OperationRow
{
    public string? Kind { get; init; }

    public string? StartedAt { get; init; }
}
