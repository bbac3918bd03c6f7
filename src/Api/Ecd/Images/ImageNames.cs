namespace Wuying.Api.Ecd.Images;

/// <summary>How names and descriptions of images are written.</summary>
internal static class ImageNames
{
    public const string NameExpected = "2 to 128 characters: a letter, then letters, digits, ':', '_' or '-'.";
    public const string DescriptionExpected = "2 to 256 characters, not beginning with http:// or https://.";

    /// <summary>A letter of any script first, as a Chinese name has.</summary>
    public const string NamePattern = @"^\p{L}[\p{L}\p{Nd}:_\-]{1,127}$";

    public const string DescriptionPattern = @"^(?!https?://)[\s\S]{2,256}$";
}
