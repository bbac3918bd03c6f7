using Wuying.Silo.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddWuyingSilo();
builder.AddWuyingTelemetry();
var app = builder.Build();
app.MapWuyingMetrics();
await app.RunAsync();
