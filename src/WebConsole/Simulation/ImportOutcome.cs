namespace Wuying.WebConsole.Simulation;

/// <summary>What became of an upload, as the browser heard it.</summary>
/// <param name="Status">The HTTP status; 0 without an answer.</param>
/// <param name="Detail">Why nothing was taken, in the API's words.</param>
/// <param name="Accepted">Rows that were new or told something new.</param>
/// <param name="Unchanged">Rows that told what was known.</param>
/// <param name="Rejected">Rows not taken.</param>
/// <param name="Complete">False when the file broke off.</param>
/// <param name="ErrorsTotal">How many errors there are.</param>
/// <param name="Errors">The first of them.</param>
public sealed record ImportOutcome(
    int Status, string? Detail, long Accepted, long Unchanged, long Rejected, bool Complete, long ErrorsTotal, IReadOnlyList<ImportRowError>? Errors);
