namespace Wuying.LoadTester.Service;

/// <summary>A user connects.</summary>
internal sealed record ConnectBody(string UserId);
