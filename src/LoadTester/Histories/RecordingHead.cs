namespace Wuying.LoadTester.Histories;

/// <summary>What a recording is of. The first line says it; a later one of its kind only adds zones, of regions that were new by then.</summary>
/// <param name="IsWhole">True when it begins with the first event that ever was.</param>
/// <param name="Zones">The IANA time zone of each region.</param>
internal sealed record RecordingHead(bool IsWhole, IReadOnlyDictionary<string, string> Zones);
