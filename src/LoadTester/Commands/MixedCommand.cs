using System.CommandLine;
using Wuying.LoadTester.Mixes;

namespace Wuying.LoadTester.Commands;

/// <summary>The command that does everything at once.</summary>
internal static class MixedCommand
{
    public static Command Create(ProgramParts parts)
    {
        var command = new Command("mixed", """
            Requests of all kinds at a steady rate: looking at one computer, at a filtered page, at a region in numbers, at quotas; giving some computers
            an update, another day, none; connecting and disconnecting.

            What comes when follows from the seed and the fleet alone. What the rule book refuses is an outcome, and no error.
            """);
        var load = new LoadOptions(command, "Requests", 200);
        var weights = OptionKinds.Of(
            "--weights", "KIND=NUMBER,…", "How often each kind comes, relative to the others; what is not named does not come.", Weights.Default,
            text => Weights.Parse(text) is ({ } read, null) ? (read, null) : (Weights.Default, Weights.Parse(text).Error));
        command.Add(weights);
        var common = new CommonOptions(command);
        command.SetAction((parsed, stop) => parts.RunAsync(
            common.Read(parsed, command.Name, parts.Now),
            new MixedScenario(new MixedPlan
            {
                Regions = load.ReadRegions(parsed),
                Rate = load.ReadRate(parsed),
                Duration = load.ReadDuration(parsed),
                InFlightMax = load.ReadInFlight(parsed),
                Seed = common.ReadSeed(parsed),
                Weights = parsed.GetValue(weights)!,
            }),
            stop));
        return command;
    }
}
