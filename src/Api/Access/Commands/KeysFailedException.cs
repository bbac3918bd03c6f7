namespace Wuying.Api.Access.Commands;

/// <summary>What was asked cannot be done. The message says why and what to do.</summary>
internal sealed class KeysFailedException : Exception
{
    public KeysFailedException()
    {
    }

    public KeysFailedException(string message)
        : base(message)
    {
    }

    public KeysFailedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
