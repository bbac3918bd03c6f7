using Wuying.Silo.Hosting;
using Wuying.Silo.Programs;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
if (CommandLine.EndsAtOnce(args, SiloProgramOptions.Help, () => SiloProgramOptions.Read(args, builder.Configuration), out var options, out var exitCode))
{
    return exitCode;
}

builder.AddWuyingSilo(options.Fleet, options.Cluster);
builder.AddSiloWeb(options);
builder.AddWuyingTelemetry();

var app = builder.Build();
app.MapSiloWeb();
app.MapWuyingMetrics();
app.SayWhereItIs(options);
return await app.RunToTheEndAsync();
