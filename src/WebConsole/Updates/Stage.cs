using Wuying.WebConsole.Frame;

namespace Wuying.WebConsole.Updates;

/// <summary>How many computers of a request are how far.</summary>
/// <param name="Key">How far, as a key of the texts.</param>
/// <param name="Count">How many.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="Tone">What it means.</param>
internal sealed record Stage(string Key, long Count, string Icon, Tone Tone);
