using Wuying.Domain.Images;

namespace Wuying.Api.Regions;

/// <summary>A custom image that can be updated to a version (R3).</summary>
public sealed record InvolvedImageResponse(string ImageId, string Name, ImageStatus Status, string CurrentVersion);
