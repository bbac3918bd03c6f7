using Wuying.Domain.Updates;

namespace Wuying.WebConsole.EndUsers;

/// <summary>An end user's yes.</summary>
/// <param name="Delay">How long to wait; zero for now.</param>
/// <param name="Afterwards">What the computer is to do after the update.</param>
public sealed record AcceptChoice(TimeSpan Delay, StateAfterwards Afterwards);
