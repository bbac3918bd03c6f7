namespace Wuying.LoadTester.Provisioning;

/// <summary>A computer to be made.</summary>
internal readonly record struct PlannedComputer
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Region { get; init; }

    public required string OfficeNetwork { get; init; }

    public required string Image { get; init; }

    public required string ImageType { get; init; }

    public required string Status { get; init; }

    /// <summary>Who is connected; null for nobody.</summary>
    public required string? ConnectedUser { get; init; }

    public required string[] Users { get; init; }
}
