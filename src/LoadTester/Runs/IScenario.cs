namespace Wuying.LoadTester.Runs;

/// <summary>Something to do to a running service.</summary>
internal interface IScenario
{
    /// <summary>Its command.</summary>
    string Name { get; }

    /// <summary>It in a few words.</summary>
    string Title { get; }

    /// <summary>What it was told.</summary>
    IReadOnlyList<Setting> Settings { get; }

    /// <summary>True when all that was ever asked must have ended with it.</summary>
    bool EndsEverything { get; }

    /// <summary>Does it.</summary>
    /// <param name="run">What it has for that, and where it says what came of it.</param>
    /// <param name="stop">Ends it early, with what there is.</param>
    Task DoAsync(Run run, CancellationToken stop);
}
