using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Wuying.Contracts.Access;

namespace Wuying.Api.Access;

/// <summary>Keeps the ring of Data Protection in the store: all Apis of a service, and the program's commands, encrypt with the same keys.</summary>
internal sealed class KeyRingRepository(IAccessStore store, TimeProvider clock) : IXmlRepository
{
    // What waits here in vain holds a thread up, and others behind it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan FetchedAgeMax = TimeSpan.FromSeconds(10);

    private Fetched? _fetched;

    /// <summary>Fetches the ring, so that whoever needs it next need not wait for it.</summary>
    public async Task FetchAsync()
    {
        var at = clock.GetTimestamp();
        Volatile.Write(ref _fetched, new(await ReadAsync(), at));
    }

    public IReadOnlyCollection<XElement> GetAllElements() =>
        Interlocked.Exchange(ref _fetched, null) is { } fetched && clock.GetElapsedTime(fetched.At) < FetchedAgeMax ? fetched.Elements : Await(ReadAsync);

    public void StoreElement(XElement element, string friendlyName)
    {
        var xml = element.ToString(SaveOptions.DisableFormatting);
        Await(async () =>
        {
            await store.AddToKeyRingAsync(xml);
            return xml;
        });
        Volatile.Write(ref _fetched, null);
    }

    private async Task<IReadOnlyCollection<XElement>> ReadAsync() =>
        [.. (await store.ReadKeyRingAsync()).Select(xml => XElement.Parse(xml))];

    // The interface leaves no choice; it is called some times in the life of a program.
#pragma warning disable VSTHRD002
    private static T Await<T>(Func<Task<T>> ask) => Task.Run(ask).WaitAsync(Patience).GetAwaiter().GetResult();
#pragma warning restore VSTHRD002

    private sealed record Fetched(IReadOnlyCollection<XElement> Elements, long At);
}
