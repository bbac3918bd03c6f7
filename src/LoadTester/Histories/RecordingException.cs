namespace Wuying.LoadTester.Histories;

/// <summary>A file is no recording, or ends in the middle of one.</summary>
internal sealed class RecordingException : Exception
{
    public RecordingException(string message)
        : base(message)
    {
    }

    public RecordingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
