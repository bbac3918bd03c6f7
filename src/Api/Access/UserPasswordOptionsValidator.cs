using Microsoft.Extensions.Options;

namespace Wuying.Api.Access;

/// <summary>Refuses a start with a password that nobody could be given.</summary>
[OptionsValidator]
internal sealed partial class UserPasswordOptionsValidator : IValidateOptions<UserPasswordOptions>;
