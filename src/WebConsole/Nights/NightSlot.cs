namespace Wuying.WebConsole.Nights;

/// <summary>How far a night was at the end of one slot of time: everything since its beginning.</summary>
/// <param name="Until">The slot's end.</param>
/// <param name="Started">Updates whose machine had begun.</param>
/// <param name="Succeeded">Of these, those that were done.</param>
/// <param name="Failed">Of these, those that had failed.</param>
public sealed record NightSlot(DateTimeOffset Until, long Started, long Succeeded, long Failed)
{
    /// <summary>Those being updated.</summary>
    public long Running => Started - Succeeded - Failed;
}
