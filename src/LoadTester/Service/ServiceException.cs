namespace Wuying.LoadTester.Service;

/// <summary>The service does not do what a scenario cannot go on without.</summary>
internal sealed class ServiceException : Exception
{
    public ServiceException(string message)
        : base(message)
    {
    }

    public ServiceException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
