using System.Globalization;
using Wuying.Api.Access;
using Wuying.Api.CloudComputers;
using Wuying.Contracts.EndUsers;
using Wuying.Domain.EndUsers;

namespace Wuying.Api.EndUsers;

/// <summary>From what a user was told to the API's.</summary>
internal static class NotificationMapping
{
    public static LogOnResponse ToResponse(this LogOn shown) =>
        new(shown.ToNotifications(), [.. shown.Computers.Select(computer => computer.ToResponse())]);

    public static IReadOnlyList<NotificationResponse> ToNotifications(this LogOn shown) =>
        [.. shown.Notifications.Select(recorded => ToResponse(recorded, recorded.Sequence > shown.SeenThrough))];

    /// <summary>What of it is in regions that a caller sees; null when that is nothing.</summary>
    public static LogOn? SeenBy(this LogOn shown, Caller caller)
    {
        if (caller.SeesAll)
        {
            return shown;
        }

        var seen = shown with
        {
            Notifications = [.. shown.Notifications.Where(told => caller.Sees(told.Notification.RegionId))],
            Computers = [.. shown.Computers.Where(computer => caller.Sees(computer.RegionId))],
        };
        return seen.Notifications.IsEmpty && seen.Computers.IsEmpty ? null : seen;
    }

    private static NotificationResponse ToResponse(RecordedNotification recorded, bool isNew)
    {
        var told = recorded.Notification;
        return new NotificationResponse(
            recorded.Sequence.ToString(CultureInfo.InvariantCulture),
            told.Kind,
            told.At,
            isNew,
            told.ComputerId.Value,
            told.ComputerName,
            told.RegionId.Value,
            told.UpdateId.Value,
            told.Version.Number,
            told.StartsAt,
            told.EndsAt,
            told.Reason,
            NotificationTexts.Of(told))
        {
            Precautions = told.Kind is NotificationKind.Scheduled or NotificationKind.Changed ? NotificationTexts.Precautions : null,
        };
    }
}
