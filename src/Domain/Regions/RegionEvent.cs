using System.Text.Json.Serialization;
using Wuying.Domain.Images;

namespace Wuying.Domain.Regions;

#pragma warning disable MA0048 // A family of facts stands in one file.

/// <summary>Something that happened to a region.</summary>
/// <param name="At">When it was decided.</param>
public abstract record RegionEvent([property: JsonIgnore] DateTimeOffset At);

/// <summary>The region became known.</summary>
public sealed record RegionAdded(DateTimeOffset At, [property: JsonIgnore] Region Region) : RegionEvent(At);

/// <summary>An import told its settings and catalogue, or versions that it lacked.</summary>
public sealed record RegionImported(DateTimeOffset At, [property: JsonIgnore] Region Region) : RegionEvent(At);

/// <summary>A version was published (R2).</summary>
public sealed record VersionPublished(DateTimeOffset At, [property: JsonIgnore] PublishedVersion Entry) : RegionEvent(At)
{
    /// <summary>Which.</summary>
    public ImageVersion Version => Entry.Version;
}

/// <summary>The automatic-push switch was turned (R5, R6).</summary>
public sealed record AutomaticPushSet(DateTimeOffset At, bool Enabled) : RegionEvent(At);

/// <summary>A version is shown to end users from now on (R5, R6).</summary>
public sealed record PushStarted(DateTimeOffset At, PushOrder Order) : RegionEvent(At);

/// <summary>A version is shown no longer; offers that nobody accepted are withdrawn (R7).</summary>
public sealed record PushStopped(DateTimeOffset At, PushOrder Order) : RegionEvent(At);

/// <summary>The daily quota was set (R17).</summary>
public sealed record DailyUpdateQuotaSet(DateTimeOffset At, int Limit) : RegionEvent(At);
