using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Wuying.LoadTester.Invariants;

/// <summary>The updates of a history: those that have not ended in full, the others in brief, for there is one for each computer and night.</summary>
internal sealed class UpdateBook
{
    private readonly Dictionary<string, Asked> _open = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, (long EndedIn, byte End)> _ended = [];
    private readonly List<string> _ends = [];
    private readonly Dictionary<string, int> _endedBy = new(StringComparer.Ordinal);

    /// <summary>How many ended, by the event that ended them.</summary>
    public IReadOnlyDictionary<string, int> EndedBy => _endedBy;

    /// <summary>Those that have not ended.</summary>
    public IEnumerable<KeyValuePair<string, Asked>> Open => _open;

    /// <summary>One that has not ended, or null.</summary>
    public Asked? Find(string id) => _open.GetValueOrDefault(id);

    /// <summary>How and by which event one ended; nulls when it has not.</summary>
    public (string? By, long In) FindEnd(string id) =>
        _ended.TryGetValue(KeyOf(id), out var ended) ? (_ends[ended.End], ended.EndedIn) : default;

    /// <summary>True when it was ever asked for.</summary>
    public bool Knows(string id) => _open.ContainsKey(id) || _ended.ContainsKey(KeyOf(id));

    /// <summary>Notes what is known of one that has not ended.</summary>
    public void Set(string id, Asked asked) => _open[id] = asked;

    /// <summary>Notes that one has ended.</summary>
    public void End(string id, string by, long endedIn)
    {
        _open.Remove(id);
        if (!_ends.Contains(by))
        {
            _ends.Add(by);
        }

        if (_ended.TryAdd(KeyOf(id), (endedIn, (byte)_ends.IndexOf(by))))
        {
            _endedBy[by] = _endedBy.GetValueOrDefault(by) + 1;
        }
    }

    // 64 bits of each id: among ten million updates two are alike in one history of 370,000.
    private static ulong KeyOf(string id) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(id.AsSpan()));
}
