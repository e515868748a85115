using System.Diagnostics;
using System.Text;

namespace WorkerImport.Tests;

/// <summary>A process of the sample on a folder.</summary>
internal sealed class Worker : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "WorkerImport.dll");

    private readonly Process _process;
    private readonly Task<string> _errors;
    private readonly StringBuilder _told = new();

    public Worker(string folder, params string[] settings)
    {
        string[] arguments =
        [
            "exec", Program, folder, "--Poll=00:00:00.1", "--SellsyImport:BatchSize=50", "--Logging:LogLevel:Cadence.SellsyImport=Debug", .. settings,
        ];
        _process = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        _errors = _process.StandardError.ReadToEndAsync(Cancellation);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Everything that it wrote to the console so far.</summary>
    public string Told => _told.ToString();

    /// <summary>Follows it until it has written so many lines with a text.</summary>
    public async Task FollowAsync(string text, int times = 1)
    {
        while (times > 0)
        {
            var line = await _process.StandardOutput.ReadLineAsync(Cancellation);
            if (line is null)
            {
                Assert.Fail($"The worker ended before \"{text}\": {Told}{await _errors}");
            }

            _told.AppendLine(line);
            times -= line.Contains(text, StringComparison.Ordinal) ? 1 : 0;
        }
    }

    /// <summary><c>kill -9</c>.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await EndAsync();
    }

    /// <summary><c>kill</c>, as a service manager stops it.</summary>
    public async Task StopAsync()
    {
        using var kill = Process.Start("kill", $"{_process.Id}");
        await kill.WaitForExitAsync(Cancellation);
        await EndAsync();
    }

    public async Task<int> EndAsync()
    {
        _told.Append(await _process.StandardOutput.ReadToEndAsync(Cancellation)).Append(await _errors);
        await _process.WaitForExitAsync(Cancellation);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
