using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Wuying.Api.Hosting;
using Wuying.Domain.EndUsers;

namespace Wuying.Api.Access;

/// <summary>Compares passwords here, where there are threads for slow work; their grains keep the hashes and count what was wrong.</summary>
internal sealed class UserPasswords(Cluster cluster, IOptions<UserPasswordOptions> options) : IUserPasswords
{
    private static readonly object Nobody = new();

    private readonly PasswordHasher<object> _hasher = new();
    private string? _hashOfNothing;

    // What is compared with where there is nothing to compare with: that must take as long.
    private string HashOfNothing => _hashOfNothing ??= _hasher.HashPassword(Nobody, string.Empty);

    public async Task<PasswordCheck> VerifyAsync(UserId user, string password)
    {
        var grain = cluster.UserPassword(user);
        var attempt = await grain.BeginAttemptAsync();
        if (!attempt.IsAllowed)
        {
            return PasswordCheck.TooManyAttempts;
        }

        var agrees = _hasher.VerifyHashedPassword(Nobody, attempt.Hash ?? HashOfNothing, password) is not PasswordVerificationResult.Failed;
        if (!(attempt.Hash is null ? await IsDefaultAsync(user, password) : agrees))
        {
            return PasswordCheck.Wrong;
        }

        await grain.SucceedAsync();
        return PasswordCheck.Right;
    }

    public Task SetAsync(UserId user, string password, string requestedBy) =>
        cluster.UserPassword(user).SetAsync(_hasher.HashPassword(Nobody, password), requestedBy);

    private async Task<bool> IsDefaultAsync(UserId user, string password) =>
        options.Value.DefaultPassword is { } common && AccessKeySecrets.AreEqual(password, common)
        && await cluster.EndUser(user).GetNotificationsAsync() is not null;
}
