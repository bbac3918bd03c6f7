using Microsoft.Extensions.Localization;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.Images;
using Wuying.Domain.Updates;
using Wuying.WebConsole.Frame;
using Wuying.WebConsole.Simulation;
using Wuying.WebConsole.Texts;
using Wuying.WebConsole.Updates;

namespace Wuying.WebConsole.CloudComputers;

/// <summary>Says in sentences what became of a computer in its region's last night, and what it has before it (R33).</summary>
internal sealed class WhyNot(IStringLocalizer<ConsoleTexts> texts, UpdateWindowCalendar calendar, DateTimeOffset now)
{
    /// <summary>One or two sentences, and how good their news is.</summary>
    /// <param name="computer">The computer.</param>
    /// <param name="latest">The region's latest version; null while there is none.</param>
    public (Tone Tone, string Text) Explain(CloudComputer computer, ImageVersion? latest)
    {
        var (tone, past) = LastNight(computer, latest);
        return Coming(computer) is not { } coming ? (tone, past ?? texts["Why.NothingPlanned"])
            : past is null ? coming
            : (tone, texts["Why.Both", past, coming.Text]);
    }

    // The night of today, once it is over; until then the one before.
    private DateOnly Night
    {
        get
        {
            var today = calendar.DayOf(now);
            return now < calendar.WindowOf(today).EndsAt ? today.AddDays(-1) : today;
        }
    }

    private (Tone, string?) LastNight(CloudComputer computer, ImageVersion? latest) => computer.LastUpdate switch
    {
        { } last when last.Date >= Night => Ended(computer, last),
        _ when computer.PendingUpdate is not null => (Tone.Ahead, null),
        _ when latest == computer.CurrentVersion => (Tone.Good, texts["Why.UpToDate", computer.CurrentVersion.Number]),
        _ => (Tone.Neutral, null),
    };

    private (Tone, string) Ended(CloudComputer computer, LastUpdate last) => last.Outcome switch
    {
        UpdateOutcome.Succeeded => (Tone.Good, texts["Why.Succeeded", Instants.Day(last.Date), last.Version.Number, Instants.Local(last.FinishedAt, calendar)]),
        UpdateOutcome.Failed => (Tone.Bad, texts["Why.Failed", Instants.Day(last.Date), last.Version.Number, computer.CurrentVersion.Number]),
        UpdateOutcome.Missed => (Tone.Warning, texts["Why.Missed", Instants.Day(last.Date), last.Version.Number, Because(last.Reason)]),
        UpdateOutcome.Superseded => (Tone.Neutral, texts["Why.Superseded", Instants.Day(last.Date), last.Version.Number]),
        _ => (Tone.Neutral, texts["Why.Cancelled", Instants.Day(last.Date), last.Version.Number]),
    };

    private (Tone Tone, string Text)? Coming(CloudComputer computer) => computer.PendingUpdate switch
    {
        null => null,
        { State: PendingUpdateState.Running } update => (Tone.Busy, texts["Why.Running", update.Version.Number, Until(computer.Operation?.EndsAt)]),
        { State: PendingUpdateState.Waiting } update => (Tone.Warning, texts["Why.Waiting", update.Version.Number, Because(update.Reason), Until(update.ClosesAt)]),
        { State: PendingUpdateState.Offered } update => (Tone.Ahead, texts["Why.Offered", update.Version.Number]),
        { Window: not null } update => (Tone.Ahead, texts["Why.Scheduled", update.Version.Number, Instants.Day(update.Date), Until(update.SnapshotDueAt)]),
        { } update => (Tone.Ahead, texts["Why.Accepted", update.Version.Number, Until(update.StartsAt ?? update.RequestedAt)]),
    };

    private string Until(DateTimeOffset? at) => at is { } known ? Instants.Local(known, calendar) : "–";

    private string Because(RejectionCode? code) => code is not { } reason ? texts["Because.Unknown"]
        : texts[$"Because.{reason}"] is { ResourceNotFound: false } clause ? clause
        : Reasons.TitleOf(reason, texts);
}
