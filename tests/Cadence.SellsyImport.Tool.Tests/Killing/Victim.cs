using System.Diagnostics;
using System.Globalization;
using System.Text;
using Xunit;

namespace Cadence.SellsyImport.Tool.Tests.Killing;

/// <summary>A process of the small program, which tells every call of its store and is killed from outside.</summary>
internal sealed class Victim : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Cadence.SellsyImport.Proof.dll");

    private readonly Process _process;
    private readonly Task<string> _errors;
    private readonly StringBuilder _told = new();

    /// <param name="task"><c>import</c> or <c>undo</c>.</param>
    /// <param name="database">The database.</param>
    /// <param name="subject">The file or the import.</param>
    /// <param name="batchSize">How many leads are in a batch.</param>
    /// <param name="place">The line at which the program stands still; 0 for none.</param>
    public Victim(string task, string database, string subject, int batchSize, int place = 0)
    {
        string[] arguments =
        [
            "exec", Program, "calls", task, database, subject, batchSize.ToString(CultureInfo.InvariantCulture), place.ToString(CultureInfo.InvariantCulture),
        ];
        _process = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,

            // It lives for a moment: code that is compiled quickly, and never counted to be compiled better, saves a part of its time.
            Environment = { ["DOTNET_TieredPGO"] = "0" },
        })!;
        _errors = _process.StandardError.ReadToEndAsync(Cancellation);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Everything that it told, with its errors; whole once it is killed.</summary>
    public string Told => _told.ToString();

    /// <summary>How many lines it told.</summary>
    public int Lines { get; private set; }

    /// <summary>The last call that it told, with <c>before</c> or <c>after</c>.</summary>
    public string Last { get; private set; } = "nothing";

    /// <summary>How many batches it has written or undone.</summary>
    public int Batches { get; private set; }

    /// <summary>Follows it until a line is told.</summary>
    /// <returns>Whether that came to be; where not, the program came to its end.</returns>
    public async Task<bool> FollowAsync(Func<bool> until)
    {
        while (!until())
        {
            var line = await _process.StandardOutput.ReadLineAsync(Cancellation);
            if (line is null)
            {
                Assert.Fail($"The program ended after \"{Last}\": {await _errors}");
            }

            _told.AppendLine(line);
            if (line.StartsWith("done ", StringComparison.Ordinal))
            {
                Last = line;
                return false;
            }

            Lines++;
            Last = line;
            Batches += line.StartsWith("after ", StringComparison.Ordinal) && line.Split(' ')[2] is "WriteAsync" or "UndoAsync" ? 1 : 0;
        }

        return true;
    }

    /// <summary>Lets it go on where it stands still.</summary>
    public Task GoOnAsync() => _process.StandardInput.WriteLineAsync();

    /// <summary>Lets some time pass, in which it goes on.</summary>
    public void LetRun(TimeSpan time) => _process.WaitForExit(time);

    /// <summary><c>kill -9</c>.</summary>
    /// <returns>Whether it was still running.</returns>
    public async Task<bool> KillAsync()
    {
        var told = _process.StandardOutput.ReadToEndAsync(Cancellation);
        _process.Kill();
        await _process.WaitForExitAsync(Cancellation);
        _told.Append(await told).Append(await _errors);
        return !(await told).Contains("done ", StringComparison.Ordinal);
    }

    public void Dispose() => _process.Dispose();
}
