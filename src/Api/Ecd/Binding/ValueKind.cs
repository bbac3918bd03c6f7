namespace Wuying.Api.Ecd.Binding;

/// <summary>What a parameter is, as calls write it.</summary>
internal enum ValueKind
{
    /// <summary>Never used.</summary>
    Unspecified = 0,

    /// <summary>A text.</summary>
    Text = 1,

    /// <summary>A decimal number.</summary>
    Number = 2,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag = 3,

    /// <summary>An instant with an offset, such as <c>2023-10-25T16:00:00Z</c>.</summary>
    Instant = 4,

    /// <summary>A day, such as <c>2023-10-26</c>.</summary>
    Day = 5,

    /// <summary>An object: its members stand behind a dot, or all together as JSON.</summary>
    Object = 6,
}
