using System.CommandLine;
using Wuying.LoadTester.Mornings;

namespace Wuying.LoadTester.Commands;

/// <summary>The command that lets users come to work.</summary>
internal static class MorningLogOnCommand
{
    public static Command Create(ProgramParts parts)
    {
        var command = new DetailedCommand("morning-log-on", "Users come to work: each logs on, answers an offer, connects, stays for a while and disconnects.", """
            A version is published and pushed where nothing is offered. All users come once, in an order of chance, and then again, for as
            long as told. A user's first request is due at the rate; each other one when the one before was answered.

            Example:
              Wuying.LoadTester morning-log-on --rate 200 --duration 5m --accept 50 --decline 10
            """);
        var load = new LoadOptions(command, "Users", 50);
        var accept = OptionKinds.Percent("--accept", "How many of a hundred offers are accepted.", 40);
        var decline = OptionKinds.Percent("--decline", "How many of a hundred are declined; the others are left.", 20);
        var now = OptionKinds.Percent("--now", "How many of a hundred of those accepted are for now; the others are for 4, 8 or 12 hours later.", 25);
        var stay = OptionKinds.Duration("--stay", "How long users stay connected.", TimeSpan.FromSeconds(2), TimeSpan.Zero);
        var noPublish = new Option<bool>("--no-publish") { Description = "Offer nothing; users find what is offered already." };
        command.Add(accept);
        command.Add(decline);
        command.Add(now);
        command.Add(stay);
        command.Add(noPublish);
        OptionKinds.AddCheck(command, result => load.FindCrowd(result, result.ValueOf(stay).Time));
        OptionKinds.AddCheck(command, result =>
            result.ValueOf(accept) + result.ValueOf(decline) > 100 ? "--accept and --decline are more than 100 together." : null);
        var common = new CommonOptions(command);
        command.SetAction((parsed, stop) => parts.RunAsync(
            common.Read(parsed, command.Name, parts.Now),
            new MorningLogOnScenario(new MorningPlan
            {
                Regions = load.ReadRegions(parsed),
                Rate = load.ReadRate(parsed),
                Duration = load.ReadDuration(parsed),
                InFlightMax = load.ReadInFlight(parsed),
                Seed = common.ReadSeed(parsed),
                AcceptPercent = (int)parsed.GetValue(accept),
                DeclinePercent = (int)parsed.GetValue(decline),
                NowPercent = (int)parsed.GetValue(now),
                Stay = parsed.GetValue(stay).Time,
                WithoutPublishing = parsed.GetValue(noPublish),
            }),
            stop));
        return command;
    }
}
