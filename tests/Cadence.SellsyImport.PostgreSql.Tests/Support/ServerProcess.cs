using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Cadence.SellsyImport.PostgreSql.Tests.Support;

/// <summary>
/// A server of its own in a temporary folder, on a free port of the loopback, as a user who is not root. It can be killed and started
/// again on the same data. The settings are the server's own but for those that are named.
/// </summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const string Ready = "database system is ready to accept connections";

    /// <summary>What tests set: they end no machine, and open many connections.</summary>
    public static readonly string[] OfTests = ["fsync=off", "max_connections=200"];

    private readonly string _binaries;
    private readonly string[] _settings;
    private readonly string? _user;
    private readonly string _folder = Directory.CreateTempSubdirectory("cadence-postgresql-").FullName;
    private Process? _process;

    private ServerProcess(string binaries, string[] settings)
    {
        _binaries = binaries;
        _settings = settings;
        _user = Environment.UserName == "root" ? "postgres" : null;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Kill();
    }

    public int Port { get; } = FreePort();

    public string ConnectionString => string.Create(
        CultureInfo.InvariantCulture,
        $"Host=127.0.0.1;Port={Port};Database=postgres;Username=cadence;Timeout=10;Command Timeout=60");

    public static async Task<ServerProcess> StartNewAsync(string binaries, params string[] settings)
    {
        var server = new ServerProcess(binaries, settings);
        if (server._user is { } user)
        {
            await RunAsync("chown", [user, server._folder]);
        }

        await server.RunAsUserAsync("initdb", ["-D", server.Data, "-U", "cadence", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]);
        await server.StartAsync();
        return server;
    }

    public async Task StartAsync()
    {
        var (program, arguments) = AsUser("postgres",
        [
            "-D", Data, "-p", Port.ToString(CultureInfo.InvariantCulture), "-c", "listen_addresses=127.0.0.1",
            "-c", $"unix_socket_directories={_folder}", "-c", "logging_collector=off", .. _settings.SelectMany(setting => new[] { "-c", setting }),
        ]);
        _process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, WorkingDirectory = "/" })!;
        var log = new List<string>();
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            log.Add(line);
            if (line.Contains(Ready, StringComparison.Ordinal))
            {
                _ = _process.StandardError.ReadToEndAsync();
                return;
            }
        }

        throw new InvalidOperationException($"The server did not start:\n{string.Join('\n', log)}");
    }

    /// <summary>Ends every process of the server at once, as a power failure of the server's process would.</summary>
    public void Kill()
    {
        if (_process is { HasExited: false } running)
        {
            running.Kill(entireProcessTree: true);
            running.WaitForExit();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await RunAsUserAsync("pg_ctl", ["stop", "-D", Data, "-m", "immediate", "-w"]);
        }

        _process?.Dispose();
        _process = null;
        Directory.Delete(_folder, recursive: true);
    }

    private string Data => Path.Combine(_folder, "data");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private (string Program, string[] Arguments) AsUser(string name, string[] arguments)
    {
        var program = Path.Combine(_binaries, name);
        return _user is null
            ? (program, arguments)
            : ("setpriv", [$"--reuid={_user}", $"--regid={_user}", "--init-groups", "--", program, .. arguments]);
    }

    private Task RunAsUserAsync(string name, string[] arguments)
    {
        var (program, all) = AsUser(name, arguments);
        return RunAsync(program, all);
    }

    private static async Task RunAsync(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = "/",
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{await output}{await errors}");
        }
    }
}
