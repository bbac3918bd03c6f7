using Wuying.Api.CloudComputers;

namespace Wuying.Api.EndUsers;

/// <summary>What a user sees after logging on to the client.</summary>
/// <param name="Notifications">Newest first, at most 100.</param>
/// <param name="Computers">The computers assigned to the user.</param>
public sealed record LogOnResponse(IReadOnlyList<NotificationResponse> Notifications, IReadOnlyList<ComputerResponse> Computers);
