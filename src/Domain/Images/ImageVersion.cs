using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Wuying.Domain.Images;

/// <summary>A version number as the product writes it: <c>major.minor.patch-letter-yyyyMMdd.HHmmss</c>, e.g. <c>2.7.0-R-20231020.101500</c> (R2).</summary>
[GenerateSerializer, Immutable, Alias("wuying.image-version")]
public readonly partial record struct ImageVersion([property: Id(0)] string Number)
{
    /// <summary>The build stamp inside the number; orders versions that no catalogue has published.</summary>
    public DateTime BuiltAt => DateTime.ParseExact(Number.AsSpan(Number.Length - 15), "yyyyMMdd.HHmmss", CultureInfo.InvariantCulture);

    /// <summary>Reads a version number; false when it is not written as the product writes it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ImageVersion version)
    {
        version = default;
        if (text is null || text.Length > 64 || !Pattern().IsMatch(text)
            || !DateTime.TryParseExact(text.AsSpan(text.Length - 15), "yyyyMMdd.HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            return false;
        }

        version = new ImageVersion(text);
        return true;
    }

    /// <summary>The number as it is written everywhere.</summary>
    public override string ToString() => Number;

    [GeneratedRegex(@"\A[0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4}-[A-Z]-[0-9]{8}\.[0-9]{6}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
