namespace Wuying.LoadTester.Service;

/// <summary>An entry of a region's catalogue.</summary>
internal sealed record VersionView(string Version, string PushState, long InvolvedComputers, string? PushOperationId);
