using System.Buffers.Text;
using System.Text;

namespace Wuying.Api.Paging;

/// <summary>Spells where a page begins. Callers hand it back as it is; what is inside may change.</summary>
internal static class Cursor
{
    /// <summary>The longest cursor taken.</summary>
    public const int LengthMax = 512;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Spells a sort key; null stays null.</summary>
    public static string? Encode(string? key) => key is null ? null : Base64Url.EncodeToString(Strict.GetBytes(key));

    /// <summary>Reads a cursor; false when we never gave it out.</summary>
    public static bool TryDecode(string cursor, out string key)
    {
        key = string.Empty;
        if (cursor.Length is 0 or > LengthMax || !Base64Url.IsValid(cursor))
        {
            return false;
        }

        try
        {
            key = Strict.GetString(Base64Url.DecodeFromChars(cursor));
            return key.Length > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
