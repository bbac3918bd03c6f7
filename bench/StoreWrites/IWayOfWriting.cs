namespace Wuying.StoreWrites;

/// <summary>One way to write computers durably.</summary>
internal interface IWayOfWriting : IAsyncDisposable
{
    /// <summary>What the table calls it.</summary>
    string Name { get; }

    /// <summary>Writes a computer the next time; returns when that is durable. Called for one computer at a time, for many at once.</summary>
    Task WriteAsync(int computer);
}
