using System.Globalization;
using Wuying.Api.Json;
using Wuying.Api.Quotas;

namespace Wuying.Api.Ecd.Binding;

/// <summary>Reads single values.</summary>
internal static class ValueReader
{
    /// <summary>What a type of .NET is in a call.</summary>
    public static ValueKind KindOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var plain when plain == typeof(string) => ValueKind.Text,
        var plain when plain == typeof(int) || plain == typeof(long) => ValueKind.Number,
        var plain when plain == typeof(bool) => ValueKind.Flag,
        var plain when plain == typeof(DateTimeOffset) => ValueKind.Instant,
        var plain when plain == typeof(DateOnly) => ValueKind.Day,
        _ => ValueKind.Object,
    };

    /// <summary>What is expected of a kind.</summary>
    public static string Expected(ValueKind kind) => kind switch
    {
        ValueKind.Number => "a number.",
        ValueKind.Flag => "true or false.",
        ValueKind.Instant => "an instant, such as 2023-10-25T16:00:00Z.",
        ValueKind.Day => Days.Expected,
        _ => "a text.",
    };

    /// <summary>Reads a text; null when it is not of the kind.</summary>
    public static object? Read(string text, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return KindOf(plain) switch
        {
            ValueKind.Text => text,
            ValueKind.Number when plain == typeof(int) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
            ValueKind.Number => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
            ValueKind.Flag => bool.TryParse(text, out var flag) ? flag : null,
            ValueKind.Instant => InstantConverter.TryParse(text, out var instant) ? instant : null,
            ValueKind.Day => Days.TryParse(text, out var day) ? day : null,
            var kind => throw new NotSupportedException($"{kind} is no single value."),
        };
    }
}
