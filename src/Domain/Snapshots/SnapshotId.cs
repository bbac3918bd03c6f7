namespace Wuying.Domain.Snapshots;

/// <summary>Names a snapshot of a computer.</summary>
[GenerateSerializer, Immutable, Alias("wuying.snapshot-id")]
public readonly record struct SnapshotId([property: Id(0)] string Value)
{
    /// <summary>The id as it is written everywhere.</summary>
    public override string ToString() => Value;
}
