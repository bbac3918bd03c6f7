using System.CommandLine;
using Wuying.LoadTester.Provisioning;

namespace Wuying.LoadTester.Commands;

/// <summary>The command that makes a fleet.</summary>
internal static class ProvisionCommand
{
    private static readonly string[] RegionsDefault = ["cn-hangzhou", "cn-shanghai", "eu-central-1"];

    public static Command Create(ProgramParts parts)
    {
        var command = new DetailedCommand("provision", "Makes a fleet by one import, whose lines are sent as they are made.", """
            Computers are spread over the regions by turns. Each has a user, one in ten a second one; four in five are on custom images.
            The same command again changes nothing, and goes on where one broke off.

            Example:
              Wuying.LoadTester provision --computers 100000 --regions cn-hangzhou,eu-central-1
            """);
        var computers = OptionKinds.Whole("--computers", "COUNT", "How many.", 1_000, 1, 1_000_000);
        var regions = OptionKinds.Regions("Where, by turns.", RegionsDefault);
        regions.DefaultValueFactory = _ => RegionsDefault;
        var prefix = OptionKinds.Of("--prefix", "TEXT", "What stands in all ids: fleets with different ones do not get in each other's way.", "load", OptionKinds.ParsePrefix);
        var running = OptionKinds.Percent("--running", "How many of a hundred run; the others are stopped.", 90);
        var connected = OptionKinds.Percent("--connected", "How many of a hundred of those that run have their user connected.", 0);
        command.Add(computers);
        command.Add(regions);
        command.Add(prefix);
        command.Add(running);
        command.Add(connected);
        var common = new CommonOptions(command);
        command.SetAction((parsed, stop) => parts.RunAsync(
            common.Read(parsed, command.Name, parts.Now),
            new ProvisionScenario(new FleetPlan
            {
                Computers = (int)parsed.GetValue(computers),
                Regions = parsed.GetValue(regions)!,
                Prefix = parsed.GetValue(prefix)!,
                Seed = common.ReadSeed(parsed),
                RunningPercent = (int)parsed.GetValue(running),
                ConnectedPercent = (int)parsed.GetValue(connected),
            }),
            stop));
        return command;
    }
}
