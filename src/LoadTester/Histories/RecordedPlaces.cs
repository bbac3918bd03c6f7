namespace Wuying.LoadTester.Histories;

/// <summary>How many places of a day's quota are taken.</summary>
internal sealed record RecordedPlaces(string RegionId, string Date, int Reserved);
