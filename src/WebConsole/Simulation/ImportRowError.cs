namespace Wuying.WebConsole.Simulation;

/// <summary>Why a row of an upload was not taken.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Id">What it is about, as far as it could be read.</param>
/// <param name="Code">The reason's name.</param>
/// <param name="Message">The same in a sentence of the API.</param>
public sealed record ImportRowError(long Line, string? Id, string Code, string Message);
