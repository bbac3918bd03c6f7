using Wuying.Domain.EndUsers;

namespace Wuying.Api.Access;

/// <summary>The passwords that end users log on with.</summary>
internal interface IUserPasswords
{
    /// <summary>Checks a password. Takes as long for a user that nobody knows.</summary>
    Task<PasswordCheck> VerifyAsync(UserId user, string password);

    /// <summary>Gives a user a password; of it only a slow hash is kept.</summary>
    Task SetAsync(UserId user, string password, string requestedBy);
}
