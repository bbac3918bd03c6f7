namespace Wuying.LoadTester.Service;

/// <summary>Why a row was not taken.</summary>
internal sealed record ImportErrorView(long Line, string Code, string Message);
