namespace Wuying.Ecd.Tests;

/// <summary>Tests that share one service.</summary>
[CollectionDefinition(nameof(With_all_packages))]
public sealed class With_all_packages : ICollectionFixture<ImportedFleet>;
