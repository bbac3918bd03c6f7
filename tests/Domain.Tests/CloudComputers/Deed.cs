namespace Wuying.Domain.Tests.CloudComputers;

/// <summary>What can happen next in a random life.</summary>
internal enum Deed
{
    Wait,
    WaitUntilDue,
    WaitForTheWindow,
    Tick,
    TickWithSuccess,
    TickWithFailure,
    TickWithStaleReport,
    Schedule,
    UpdateNow,
    Cancel,
    Connect,
    Disconnect,
    Start,
    Stop,
    Restart,
    Snapshot,
    Restore,
    Offer,
    Withdraw,
    Accept,
    Decline,
    Import,
    DeleteSnapshot,
    Tag,
    Delete,
}
