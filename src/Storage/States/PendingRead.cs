namespace Wuying.Storage.States;

/// <summary>A state that somebody waits to read, together with others.</summary>
internal sealed class PendingRead(StateAddress address)
{
    private readonly TaskCompletionSource<StateRow?> _row = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public StateAddress Address { get; } = address;

    public Task<StateRow?> Row => _row.Task;

    public void Found(StateRow? row) => _row.SetResult(row);

    public void Failed(Exception exception) => _row.SetException(exception);
}
