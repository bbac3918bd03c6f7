using Wuying.LoadTester.Commands;
using Wuying.LoadTester.Hosting;

#pragma warning disable RS0030 // Load is measured in the system's time; only the fleet has a clock of its own.
var parts = new ProgramParts(Terminal.Open(), TimeProvider.System);
#pragma warning restore RS0030
return await ProgramRunner.RunAsync(ProgramCommand.Create(parts), args);
