using System.Diagnostics;
using System.Globalization;

namespace Cadence.SellsyImport.Quartz.Tests.Support;

/// <summary>
/// A process of the sample that looks like a machine of its own: it has its own host name and its own process ids, so no other node can know that it has
/// ended. Without the right to make such namespaces it is a process like any other.
/// </summary>
internal sealed class NodeProcess : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "ClusterImport.dll");
    private static readonly bool HasNamespaces = OperatingSystem.IsLinux() && Environment.UserName == "root";

    private readonly Process _process;
    private readonly Task _reading;

    public NodeProcess(string name, IEnumerable<string> settings, Action<string, string> onLine)
    {
        Name = name;
        string[] node = ["dotnet", "exec", Program, "--node", name, .. settings];
        string[] command = HasNamespaces
            ? ["unshare", "--uts", "--pid", "--fork", "--kill-child", "--mount-proc", "--", "sh", "-c", $"hostname node-{name}; exec \"$@\"", "sh", .. node]
            : node;
        _process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _reading = Task.WhenAll(ReadAsync(_process.StandardOutput, onLine), ReadAsync(_process.StandardError, onLine));
    }

    public string Name { get; }

    /// <summary><c>kill -9</c>.</summary>
    public async Task KillAsync()
    {
        await SignalAsync("KILL");
        await EndAsync();
    }

    /// <summary>As a service manager stops it: it is asked to, and killed when it has not ended half a minute later.</summary>
    public async Task StopAsync()
    {
        await SignalAsync("TERM");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await _process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await EndAsync();
    }

    public Task FreezeAsync() => SignalAsync("STOP");

    public Task ThawAsync() => SignalAsync("CONT");

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private async Task EndAsync()
    {
        // It may have had no process to signal yet. This also ends what it has started.
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync(CancellationToken.None);
        await _reading;
    }

    private async Task SignalAsync(string signal)
    {
        if (InnerId() is { } id)
        {
            using var kill = Process.Start("kill", ["-s", signal, id.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync(CancellationToken.None);
        }
    }

    /// <summary>The node itself, which is the only child of <c>unshare</c>.</summary>
    private int? InnerId()
    {
        if (!HasNamespaces)
        {
            return _process.Id;
        }

        var children = $"/proc/{_process.Id}/task/{_process.Id}/children";
        return File.Exists(children) && int.TryParse(File.ReadAllText(children).Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;
    }

    private async Task ReadAsync(StreamReader reader, Action<string, string> onLine)
    {
        while (await reader.ReadLineAsync(CancellationToken.None) is { } line)
        {
            onLine(Name, line);
        }
    }
}
