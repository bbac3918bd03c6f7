using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Wuying.Silo.Tests;

/// <summary>A PostgreSQL server of its own for the tests of one process, on a free loopback port, in a folder that goes away with it.</summary>
public sealed class PostgresScratchServer : IAsyncLifetime
{
    private const string Binaries = "/usr/lib/postgresql/15/bin";

    private readonly DirectoryInfo _folder = Directory.CreateDirectory($"/tmp/wuying-postgres-{Environment.ProcessId}");
    private int _port;
    private int _databases;

    /// <summary>Makes a database with the tables and statements of Orleans in it.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"test{Interlocked.Increment(ref _databases)}";
        await ExecuteAsync(ConnectionString("postgres"), $"CREATE DATABASE {name}");
        await ExecuteAsync(ConnectionString(name), await File.ReadAllTextAsync(ScriptPath));
        return ConnectionString(name);
    }

    /// <summary>Runs the script as an operator would.</summary>
    /// <returns>What psql said on its error output.</returns>
    public async Task<string> RunScriptByPsqlAsync(string connectionString)
    {
        var database = new NpgsqlConnectionStringBuilder(connectionString).Database!;
        return await RunAsync("psql", "-h", "127.0.0.1", "-p", Text(_port), "-U", "postgres", "-d", database, "-v", "ON_ERROR_STOP=1", "-q", "-f", ScriptPath);
    }

    public async ValueTask InitializeAsync()
    {
        _port = FreePort();
        var data = Path.Combine(_folder.FullName, "data");
        await RunAsServerAsync("initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "-N");
        await RunAsServerAsync("pg_ctl", "-s", "-D", data, "-w", "-l", Path.Combine(_folder.FullName, "log"), "-o",
            $"-p {Text(_port)} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c shared_buffers=32MB -c max_connections=400", "start");
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await RunAsServerAsync("pg_ctl", "-s", "-D", Path.Combine(_folder.FullName, "data"), "-w", "-m", "fast", "stop");
        _folder.Delete(recursive: true);
    }

    private static string ScriptPath => Path.Combine(AppContext.BaseDirectory, "orleans.sql");

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    // The server refuses to run as root.
    private async Task RunAsServerAsync(string program, params string[] arguments)
    {
        if (Environment.IsPrivilegedProcess)
        {
            await RunProcessAsync("chown", ["postgres:", _folder.FullName]);
            await RunProcessAsync("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", Path.Combine(Binaries, program), .. arguments]);
        }
        else
        {
            await RunAsync(program, arguments);
        }
    }

    private static Task<string> RunAsync(string program, params string[] arguments) => RunProcessAsync(Path.Combine(Binaries, program), arguments);

    private static async Task<string> RunProcessAsync(string file, string[] arguments)
    {
        // The output is not redirected: the server would inherit the pipe and keep it open.
        using var process = Process.Start(new ProcessStartInfo(file, arguments) { WorkingDirectory = "/", RedirectStandardError = file.EndsWith("psql", StringComparison.Ordinal) })!;
        var errors = process.StartInfo.RedirectStandardError ? await process.StandardError.ReadToEndAsync() : string.Empty;
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? errors : throw new InvalidOperationException($"{file} ended with {process.ExitCode}. {errors}");
    }

    private string ConnectionString(string database) => $"Host=127.0.0.1;Port={Text(_port)};Username=postgres;Database={database};Maximum Pool Size=16";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
