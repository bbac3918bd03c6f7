using Wuying.Api.Access;
using Wuying.Contracts.Fleet;

namespace Wuying.Api.Fleet;

/// <summary>Who reads a stream, for as long as that goes on: a key that is disabled meanwhile ends it.</summary>
internal sealed class EventStreamReader(Caller caller, IAccessKeys keys)
{
    /// <summary>True when the reader sees an event.</summary>
    public bool Sees(RecordedEvent recorded) => caller.Sees(recorded);

    /// <summary>True while the reader would be let in.</summary>
    public async ValueTask<bool> IsStillLetInAsync() => caller.KeyId is { } id
        ? await keys.FindAsync(id) is { Key.IsDisabled: false }
        : !await keys.AnyAsync();
}
