namespace Wuying.LoadTester.Service;

/// <summary>One update of one computer.</summary>
internal sealed record UpdateView(string UpdateId, string ComputerId, string Version, string Method, string State, string? Reason);
