using System.Collections.Concurrent;
using Wuying.Contracts.Access;

namespace Wuying.Api.Tests.Fakes;

public sealed class FakeNonceSlice : INonceSliceGrain
{
    private readonly ConcurrentDictionary<string, bool> _taken = new();

    /// <summary>No more are remembered.</summary>
    public bool IsFull { get; set; }

    public Task<NonceAnswer> TakeAsync(string hash) =>
        Task.FromResult(IsFull ? NonceAnswer.Full : _taken.TryAdd(hash, true) ? NonceAnswer.Taken : NonceAnswer.UsedBefore);
}
