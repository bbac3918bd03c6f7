namespace Wuying.LoadTester.Service;

/// <summary>One day of a region's quota.</summary>
internal sealed record QuotaDayView(string Date, int Limit, int Reserved, int Remaining, bool Pickable);
