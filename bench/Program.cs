using Wuying.Bench.Activations;
using Wuying.Bench.CommandLine;
using Wuying.Bench.Consoles;
using Wuying.Bench.Http;
using Wuying.Bench.Months;
using Wuying.Bench.Nights;
using Wuying.Bench.Rules;
using Wuying.Bench.Starts;
using Wuying.Bench.Transitions;
using Wuying.Bench.Writes;

const int BadOptions = 2;

var command = new BenchCommand(
[
    new HotRules(), new DurableTransitions(), new DurableWrites(), new FirstTouches(), new StartOfProgram(), new Requests(), new ConsoleAtSize(), new CostPerComputer(), new MonthOfNights(),
]);
var parsed = command.Build(Runner.RunAsync).Parse(args);
var exitCode = await parsed.InvokeAsync();
return parsed.Errors.Count > 0 ? BadOptions : exitCode;
