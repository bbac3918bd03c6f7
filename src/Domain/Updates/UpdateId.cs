namespace Wuying.Domain.Updates;

/// <summary>Names one update of one computer, from request to outcome.</summary>
[GenerateSerializer, Immutable, Alias("wuying.update-id")]
public readonly record struct UpdateId([property: Id(0)] string Value)
{
    /// <summary>The computer that gave out this id: everything before the last <c>-u</c>.</summary>
    public CloudComputers.CloudComputerId ComputerId => new(Value[..Value.LastIndexOf("-u", StringComparison.Ordinal)]);

    /// <summary>The id as it is written everywhere.</summary>
    public override string ToString() => Value;
}
