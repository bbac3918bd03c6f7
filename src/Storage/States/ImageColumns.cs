using Wuying.Domain.Images;

namespace Wuying.Storage.States;

/// <summary>What of an image stands in columns of its own.</summary>
/// <param name="Image">The record: its plain members are columns as they are.</param>
/// <param name="UpdateDueAt">When its running update should have ended; null without one.</param>
internal sealed record ImageColumns(CustomImage Image, DateTimeOffset? UpdateDueAt)
{
    /// <summary>Derives the columns.</summary>
    public static ImageColumns Of(CustomImage image) => new(image, image.Update?.EndsAt);
}
