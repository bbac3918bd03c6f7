using Wuying.Contracts.Regions;
using Wuying.Domain.Regions;

namespace Wuying.WebConsole.Regions;

/// <summary>A version as the table shows it.</summary>
/// <param name="Entry">The catalogue's entry.</param>
/// <param name="IsLatest">Published last.</param>
/// <param name="Involved">What can be updated to it.</param>
/// <param name="AllComputers">All computers of the region.</param>
/// <param name="IsAutomatic">Whether the region pushes by itself; single versions are not stopped then (R7).</param>
public sealed record ShownVersion(PublishedVersion Entry, bool IsLatest, InvolvedCounts Involved, long AllComputers, bool IsAutomatic)
{
    /// <summary>Computers that are at it, or beyond.</summary>
    public long Updated => AllComputers - Involved.Computers;

    /// <summary>Where a part of it is shown.</summary>
    public string PathOf(string part) => $"/image-updates/{Entry.Version}/{part}";
}
