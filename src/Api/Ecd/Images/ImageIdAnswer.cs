namespace Wuying.Api.Ecd.Images;

internal sealed record ImageIdAnswer(string ImageId);
