namespace Wuying.Api.EndUsers;

/// <summary>One sentence or more for people, in the languages of the product.</summary>
/// <param name="En">English.</param>
/// <param name="Zh">Simplified Chinese.</param>
public sealed record NotificationText(string En, string Zh);
