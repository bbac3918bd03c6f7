using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Wuying.Contracts.Fleet;
using Wuying.Storage.Sqlite;

namespace Wuying.Storage.Tests.Sqlite;

public sealed class Being_killed : IDisposable
{
    private const int Rounds = 50;
    private const int Seed = 20231024;
    private readonly string _folder = Directory.CreateTempSubdirectory("wuying-crash-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Loses_no_acknowledged_write_and_tears_none()
    {
        var acknowledged = new Dictionary<string, long>(StringComparer.Ordinal);
        var chance = new Random(Seed);
        for (var round = 0; round < Rounds; round++)
        {
            await WriteAndBeKilledAsync(linesUntilTheEnd: chance.Next(1, 1_500), acknowledged);
            await AssertAllThereAsync(acknowledged);
        }

        Assert.Equal(64, acknowledged.Count);
    }

    private string Path => System.IO.Path.Combine(_folder, "fleet.db");

    private async Task WriteAndBeKilledAsync(int linesUntilTheEnd, Dictionary<string, long> acknowledged)
    {
        using var writer = Process.Start(new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            ["exec", CrashWriter(), Path])
        {
            RedirectStandardOutput = true,
        })!;
        for (var line = 1; await writer.StandardOutput.ReadLineAsync() is { } text; line++)
        {
            // What was said before the end counts, even if it is read after it.
            if (text.Split(' ', ';') is [var id, var version, ""])
            {
                acknowledged[id] = long.Parse(version, CultureInfo.InvariantCulture);
            }

            if (line == linesUntilTheEnd)
            {
                writer.Kill();
            }
        }

        await writer.WaitForExitAsync();
        Assert.Equal(137, writer.ExitCode);
    }

    // Where it was built: artifacts/bin/<project>/<configuration>. Beside the tests it would miss what the tests' own framework brings.
    private static string CrashWriter()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/'));
        return System.IO.Path.Combine(own.Parent!.Parent!.FullName, "Storage.CrashWriter", own.Name, "Wuying.Storage.CrashWriter.dll");
    }

    private async Task AssertAllThereAsync(Dictionary<string, long> acknowledged)
    {
        await using var services = SqliteHarness.ServicesAt(Path, new SteppedClock());
        var store = services.GetRequiredService<SqliteFleetStore>();
        await store.OpenAsync();
        var kept = await store.AskAsync(session => session.Query(
            """
            SELECT id, row_version, events.count, updates.count FROM computers
            LEFT JOIN (SELECT subject_id, count(*) AS count FROM events GROUP BY 1) AS events ON events.subject_id = id
            LEFT JOIN (SELECT computer_id, count(*) AS count FROM updates GROUP BY 1) AS updates ON updates.computer_id = id
            """,
            row => (Id: row.Text(0), Version: row.Int64(1), Events: row.Int64(2), Updates: row.Int64(3))));

        // Each write was one event and one update: as many as the version counts, or a transaction was torn.
        Assert.All(kept, row => Assert.Equal((row.Version, row.Version), (row.Events, row.Updates)));
        var versions = kept.ToDictionary(row => row.Id, row => row.Version, StringComparer.Ordinal);
        Assert.All(acknowledged, write => Assert.InRange(versions.GetValueOrDefault(write.Key), write.Value, long.MaxValue));
        var computers = await services.GetRequiredService<IFleetQueries>().ListComputersAsync(new ComputerFilter(), null, 1_000);
        Assert.All(computers.Items, computer => Assert.Equal(versions[computer.Id.Value].ToString(CultureInfo.InvariantCulture), computer.Name));
    }
}
