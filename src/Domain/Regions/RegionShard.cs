namespace Wuying.Domain.Regions;

/// <summary>Which of a region's shards looks after a computer or image. Stable for ever: keys of grains and rows depend on it.</summary>
public static class RegionShard
{
    /// <summary>Shards per region; one reminder each for a night's window.</summary>
    public const int Count = 16;

    /// <summary>The shard of an id: FNV-1a over its characters.</summary>
    public static int Of(string id)
    {
        var hash = 2166136261u;
        foreach (var character in id)
        {
            hash = (hash ^ character) * 16777619u;
        }

        return (int)(hash % Count);
    }
}
