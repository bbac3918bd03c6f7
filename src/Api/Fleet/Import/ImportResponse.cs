namespace Wuying.Api.Fleet.Import;

/// <summary>What became of an import.</summary>
/// <param name="Computers">Rows of computers.</param>
/// <param name="Images">Rows of images.</param>
/// <param name="Regions">Lines of regions and their versions.</param>
/// <param name="Complete">False when the body broke off: rows before that place were taken, those after it not read.</param>
/// <param name="PendingUpdatesLeftOut">Rows taken without their pending update, each with an error: the quota of its day is used up, or the day is too far ahead.</param>
/// <param name="ErrorsTotal">How many errors there are.</param>
/// <param name="Errors">The first 1,000 of them.</param>
public sealed record ImportResponse(
    ImportCounts Computers,
    ImportCounts Images,
    ImportCounts Regions,
    bool Complete,
    long PendingUpdatesLeftOut,
    long ErrorsTotal,
    IReadOnlyList<ImportError> Errors);
