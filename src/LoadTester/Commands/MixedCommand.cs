using System.CommandLine;
using Wuying.LoadTester.Mixes;

namespace Wuying.LoadTester.Commands;

/// <summary>The command that does everything at once.</summary>
internal static class MixedCommand
{
    public static Command Create(ProgramParts parts)
    {
        var command = new DetailedCommand("mixed", "Requests of all kinds at a steady rate: people look, schedule, change, cancel, connect and disconnect.", """
            What comes when follows from the seed and the fleet alone, not from what is answered. What the rule book refuses is an outcome,
            and no error. The kinds: read (one computer), list (a filtered page), summary and quotas (of a region), schedule (1 to 20
            computers), change (another day for them), cancel (one of them), connect (and later disconnect).

            Example:
              Wuying.LoadTester mixed --rate 1000 --duration 2m --weights read=60,list=20,schedule=20
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
