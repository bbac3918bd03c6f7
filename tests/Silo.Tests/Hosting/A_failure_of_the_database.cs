using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Orleans.Serialization;
using Wuying.Silo.Hosting;

namespace Wuying.Silo.Tests.Hosting;

public sealed class A_failure_of_the_database
{
    [Fact]
    public async Task Reaches_callers_in_other_processes_as_what_it_is()
    {
        await using var services = new ServiceCollection().AddSerializer().SendDatabaseExceptions().BuildServiceProvider();
        var serializer = services.GetRequiredService<Serializer>();
        foreach (var cause in new Exception[] { new NpgsqlException("away"), new PostgresException("leaving", "FATAL", "FATAL", PostgresErrorCodes.AdminShutdown) })
        {
            var bytes = serializer.SerializeToArray<Exception>(new IOException("explained", cause));
            var arrived = Assert.IsType<IOException>(serializer.Deserialize<Exception>(bytes));
            Assert.Equal("explained", arrived.Message);
            Assert.NotNull(arrived.InnerException);
        }
    }
}
