namespace Wuying.Contracts.EndUsers;

/// <summary>One end user: what they have been told, and what of it they have seen. Key: the user's id. Called by the Api; calls the user's computers and their regions.</summary>
[Alias("wuying.IEndUserGrain")]
public interface IEndUserGrain : IGrainWithStringKey
{
    /// <summary>The user's client starts (R8). Computers that missed a push which still stands are offered it now.</summary>
    /// <returns>Null when nobody of this id is known: assigned to no computer, and never told anything.</returns>
    [Alias("log-on")]
    Task<LogOn?> LogOnAsync();

    /// <summary>The same to look at: nothing becomes seen, and nothing is offered.</summary>
    [Alias("get-notifications")]
    Task<LogOn?> GetNotificationsAsync();
}
