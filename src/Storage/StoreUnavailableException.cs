namespace Wuying.Storage;

/// <summary>The store cannot be opened. The message says why and what to do; the program should show it and end.</summary>
public sealed class StoreUnavailableException : Exception
{
    public StoreUnavailableException()
    {
    }

    public StoreUnavailableException(string message)
        : base(message)
    {
    }

    public StoreUnavailableException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>True when another process has it.</summary>
    public bool IsTaken { get; init; }
}
