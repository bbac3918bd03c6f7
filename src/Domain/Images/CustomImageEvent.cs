using System.Text.Json.Serialization;

namespace Wuying.Domain.Images;

#pragma warning disable MA0048 // A family of facts stands in one file.

/// <summary>Something that happened to an image.</summary>
/// <param name="At">When it was decided.</param>
public abstract record CustomImageEvent([property: JsonIgnore] DateTimeOffset At);

/// <summary>The image became known: made, copied or imported; or an import told something new.</summary>
public sealed record ImageRegistered(DateTimeOffset At, [property: JsonIgnore] CustomImage Image) : CustomImageEvent(At)
{
    /// <summary>The version it came with.</summary>
    public ImageVersion Version => Image.CurrentVersion;
}

/// <summary>Its update began (R11).</summary>
public sealed record ImageUpdateStarted(DateTimeOffset At, ImageUpdate Update) : CustomImageEvent(At);

/// <summary>The new version is in force.</summary>
public sealed record ImageUpdateSucceeded(DateTimeOffset At, ImageVersion Version) : CustomImageEvent(At);

/// <summary>The old version stays in force.</summary>
public sealed record ImageUpdateFailed(DateTimeOffset At, ImageVersion Version, string Error) : CustomImageEvent(At);

/// <summary>It got another name.</summary>
public sealed record ImageRenamed(DateTimeOffset At, string Name) : CustomImageEvent(At);

/// <summary>Another account may use it.</summary>
public sealed record ImageShared(DateTimeOffset At, string AccountId) : CustomImageEvent(At);

/// <summary>It is described in other words.</summary>
public sealed record ImageDescribed(DateTimeOffset At, string Description) : CustomImageEvent(At);

/// <summary>An account may use it no longer.</summary>
public sealed record ImageUnshared(DateTimeOffset At, string AccountId) : CustomImageEvent(At);

/// <summary>It is gone.</summary>
public sealed record ImageDeleted(DateTimeOffset At) : CustomImageEvent(At);
