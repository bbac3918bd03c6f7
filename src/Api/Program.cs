using Wuying.Api.Access;
using Wuying.Api.Access.Commands;
using Wuying.Api.Hosting;
using Wuying.Silo.Programs;
using Wuying.Silo.Hosting;
using Wuying.WebConsole.Hosting;

if (args is [KeysCommand.Word, .. var command])
{
    return await KeysCommand.RunAsync(command, Console.Out);
}

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
if (CommandLine.EndsAtOnce(args, ProgramOptionTable.Help, () => ProgramOptionsReader.Read(args, builder.Configuration), out var options, out var exitCode))
{
    return exitCode;
}

builder.AddWuyingCluster(options);
builder.AddWuyingWeb(options);
builder.AddWuyingConsole();
builder.AddWuyingTelemetry();

var app = builder.Build();
app.UseWuyingWeb();
app.MapWuyingWeb();
app.MapWuyingConsole(RouteAccess.AsksItself);
app.MapWuyingMetrics();
app.SayWhereItIs();
return await app.RunToTheEndAsync();
