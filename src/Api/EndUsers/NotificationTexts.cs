using System.Globalization;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Regions;

namespace Wuying.Api.EndUsers;

/// <summary>The words of notifications. Times are the computer's local ones: that is where its user looks at the clock.</summary>
internal static class NotificationTexts
{
    /// <summary>Save, log off, keep away (R10).</summary>
    public static readonly IReadOnlyList<NotificationText> Precautions =
    [
        new("Save your work before the update.", "请在更新前保存您的工作。"),
        new("Log off before the update begins; a connected computer is not updated.", "请在更新开始前断开连接；已连接的云电脑不会被更新。"),
        new("Do not connect until the update has ended; it takes up to 15 minutes.", "更新结束前请勿连接；更新最长需要 15 分钟。"),
    ];

    /// <summary>What a notification says.</summary>
    public static NotificationText Of(Notification told)
    {
        var (name, version, start, end) = (told.ComputerName, told.Version, Local(told, told.StartsAt), Local(told, told.EndsAt));
        return told.Kind switch
        {
            NotificationKind.Offer => new(
                $"Version {version} is available for {name}. Update now, in 4, 8 or 12 hours, or not.",
                $"{name} 有可用的新版本 {version}。您可以立即更新，或在 4、8、12 小时后更新，也可以不更新。"),
            NotificationKind.Scheduled => new(
                $"{name} will be updated to {version} at {start}{Until(end, " or later, until ")}.",
                $"{name} 将于 {start}{Until(end, " 至 ")} 更新到 {version}。"),
            NotificationKind.Changed when start is null => new(
                $"The update of {name} was changed: it is updated to {version} now.",
                $"{name} 的更新已变更：现在更新到 {version}。"),
            NotificationKind.Changed => new(
                $"The update of {name} was changed: to {version}, at {start}{Until(end, " or later, until ")}.",
                $"{name} 的更新已变更：将于 {start}{Until(end, " 至 ")} 更新到 {version}。"),
            NotificationKind.Cancelled => new($"The update of {name} to {version} was withdrawn.", $"{name} 到 {version} 的更新已取消。"),
            NotificationKind.Started => new(
                $"{name} is being updated to {version} and can be used again at about {end}.",
                $"{name} 正在更新到 {version}，预计 {end} 可恢复使用。"),
            NotificationKind.Finished => new($"{name} now runs {version}.", $"{name} 已更新到 {version}。"),
            NotificationKind.Failed => new(
                $"The update of {name} to {version} failed. Your administrator can bring it back.",
                $"{name} 到 {version} 的更新失败。管理员可以将其恢复。"),
            _ => new($"{name} was not updated to {version}: {told.Reason}.", $"{name} 未更新到 {version}：{told.Reason}。"),
        };
    }

    private static string Until(string? end, string words) => end is null ? "" : words + end;

    private static string? Local(Notification told, DateTimeOffset? instant) => instant is { } at
        ? ProductRegion.CalendarOf(told.RegionId).LocalTimeOf(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
        : null;
}
