using Wuying.Silo.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddWuyingSilo();
await builder.Build().RunAsync();
