namespace Wuying.WebConsole.Frame;

/// <summary>What a state means to whoever watches; shown by a colour, and never by that alone.</summary>
public enum Tone
{
    /// <summary>Nothing in particular.</summary>
    Neutral = 0,
    /// <summary>As it should be, or done.</summary>
    Good = 1,
    /// <summary>Still to come.</summary>
    Ahead = 2,
    /// <summary>Under way.</summary>
    Busy = 3,
    /// <summary>Something stands against it.</summary>
    Warning = 4,
    /// <summary>Gone wrong.</summary>
    Bad = 5,
}
