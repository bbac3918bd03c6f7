namespace Wuying.LoadTester.Invariants;

/// <summary>One string for each name, however often it is read. A history names the same computers, users and versions over and over.</summary>
internal sealed class Names
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>The one string.</summary>
    public string One(string name)
    {
        if (_known.TryGetValue(name, out var known))
        {
            return known;
        }

        _known.Add(name);
        return name;
    }
}
