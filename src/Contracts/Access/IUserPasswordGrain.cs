namespace Wuying.Contracts.Access;

/// <summary>One end user's password, as a hash, and how often it was wrong lately. Key: the user's id. Called by the Api, which does the slow work of comparing.</summary>
[Alias("wuying.IUserPasswordGrain")]
public interface IUserPasswordGrain : IGrainWithStringKey
{
    /// <summary>Somebody is about to compare. Counts as wrong until <see cref="SucceedAsync"/> says otherwise.</summary>
    [Alias("begin-attempt")]
    Task<PasswordAttempt> BeginAttemptAsync();

    /// <summary>The password was right: the wrong ones before it are forgotten.</summary>
    [Alias("succeed")]
    Task SucceedAsync();

    /// <summary>Puts another password in the place of whatever was there.</summary>
    [Alias("set")]
    Task SetAsync(string hash, string requestedBy);
}
