namespace Wuying.LoadTester.Service;

/// <summary>Publishes a version.</summary>
internal sealed record PublishVersionBody(string Version, long PackageSizeBytes, IReadOnlyDictionary<string, string> ReleaseNotes);
