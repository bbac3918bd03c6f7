namespace Wuying.LoadTester.Service;

/// <summary>Asks for updates on a day: of named computers, or of all of the region.</summary>
internal sealed record RequestUpdatesBody(string Version, string Date)
{
    public string Method { get; } = "scheduled";

    public IReadOnlyList<string>? ComputerIds { get; init; }

    public FilterBody? Filter { get; init; }

    public int? SnapshotLeadHours { get; init; }
}
