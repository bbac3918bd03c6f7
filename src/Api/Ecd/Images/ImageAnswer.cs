namespace Wuying.Api.Ecd.Images;

internal sealed record ImageAnswer(string ImageId, string Name, string? Description, string ImageType, string Status, string AppVersion, int SharedCount);
