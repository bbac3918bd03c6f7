using Wuying.Api.Access.Commands;
using Wuying.Api.Hosting;
using Wuying.Silo.Programs;

if (args is [KeysCommand.Word, .. var command])
{
    return await KeysCommand.RunAsync(command, Console.Out);
}

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
if (CommandLine.EndsAtOnce(args, ProgramOptionTable.Help, () => ProgramOptionsReader.Read(args, builder.Configuration), out var options, out var exitCode))
{
    return exitCode;
}

var app = builder.BuildWuying(options);
app.SayWhereItIs();
return await app.RunToTheEndAsync();
