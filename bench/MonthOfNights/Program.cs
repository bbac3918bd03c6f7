using System.Diagnostics;
using System.Globalization;
using Wuying.Harness;
using Wuying.MonthOfNights;

var computers = Argument(0, 1_000);
var nights = Argument(1, 30);
var seed = Argument(2, 1);

using var ticks = new TickCounter();
using var folder = new TemporaryFolder();
await using var fleet = await Month.StartAsync(folder.File("fleet.db"), seed);
var month = new Month(fleet, computers, nights);
await month.PrepareAsync();

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{computers:N0} computers, {nights} nights, seed {seed}"));
var watch = Stopwatch.StartNew();
await month.PassAsync();
watch.Stop();

var report = new Report(month.SimulatedTime, watch.Elapsed, nights, ticks.Count);
await report.ReadAsync(fleet);
report.Print(Console.Out, month.Refusals);
return report.IsClean ? 0 : 1;

int Argument(int index, int otherwise) => index < args.Length ? int.Parse(args[index], CultureInfo.InvariantCulture) : otherwise;
