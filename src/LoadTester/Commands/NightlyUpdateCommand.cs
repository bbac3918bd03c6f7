using System.CommandLine;
using Wuying.LoadTester.Nights;

namespace Wuying.LoadTester.Commands;

/// <summary>The command that updates a fleet night after night.</summary>
internal static class NightlyUpdateCommand
{
    public static Command Create(ProgramParts parts)
    {
        var command = new DetailedCommand("nightly-update", "Updates a whole fleet in one night, or in several, and verifies what came of it.", """
            Publishes a version where there is none that all can be updated to, schedules all computers by one request a region, lets the
            night pass, and verifies: every computer has one outcome, nothing is left over, and the quota's ledger has a place for each
            update. A simulated clock is moved; with a real one the night is waited for.

            Examples:
              Wuying.LoadTester nightly-update --quota 100000
              Wuying.LoadTester nightly-update --nights 30 --quota 10000 --no-push
            """);
        var regions = OptionKinds.Regions("Where. [default: all regions that have computers]", []);
        regions.DefaultValueFactory = null;
        var nights = OptionKinds.Whole("--nights", "COUNT", "How many nights, each with a new version.", 1, 1, 1_000);
        var quota = OptionKinds.Whole("--quota", "COUNT", "The daily quota that each region gets first. [default: left as it is]", 0, 0, 1_000_000);
        quota.DefaultValueFactory = null;
        var lead = OptionKinds.Of("--snapshot-lead-hours", "3|6", "Hours before the window at which snapshots are taken.", 3, text =>
            text is "3" or "6" ? (text[0] - '0', (string?)null) : (3, $"'{text}' is neither 3 nor 6."));
        var noPush = new Option<bool>("--no-push")
        {
            Description = "Turn the automatic push of the regions off first; otherwise publishing offers each version to the users, which is timed too.",
        };
        command.Add(nights);
        command.Add(quota);
        command.Add(regions);
        command.Add(lead);
        command.Add(noPush);
        var common = new CommonOptions(command);
        command.SetAction((parsed, stop) => parts.RunAsync(
            common.Read(parsed, command.Name, parts.Now),
            new NightlyUpdateScenario(new NightPlan
            {
                Regions = parsed.GetValue(regions) ?? [],
                Quota = parsed.GetResult(quota) is null ? null : (int)parsed.GetValue(quota),
                Nights = (int)parsed.GetValue(nights),
                SnapshotLeadHours = parsed.GetValue(lead),
                WithoutPush = parsed.GetValue(noPush),
            }),
            stop));
        return command;
    }
}
