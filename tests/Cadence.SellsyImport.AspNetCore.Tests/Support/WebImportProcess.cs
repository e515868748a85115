using System.Diagnostics;

namespace Cadence.SellsyImport.AspNetCore.Tests;

/// <summary>A process of <c>samples/WebImport</c> on a PostgreSQL server, which can be killed.</summary>
internal sealed class WebImportProcess : IDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process _process;

    private WebImportProcess(Process process, string address) => (_process, Address) = (process, address);

    public string Address { get; }

    public static async Task<WebImportProcess> StartAsync(string connectionString)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "..", "..", "WebImport", "release", "WebImport.dll");
        var process = Process.Start(new ProcessStartInfo(
            "dotnet", ["exec", program, "--urls", "http://127.0.0.1:0", "--PostgreSql", connectionString])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetDirectoryName(program),
        })!;
        var log = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            log.Add(line);
            if (line.IndexOf(Listening, StringComparison.Ordinal) is var at and >= 0)
            {
                _ = process.StandardOutput.ReadToEndAsync();
                return new(process, line[(at + Listening.Length)..].Trim());
            }
        }

        throw new InvalidOperationException($"The server did not start:\n{string.Join('\n', log)}");
    }

    /// <summary>Ends the process as a failure of its machine would: it does nothing more.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }
}
