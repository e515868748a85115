using System.Diagnostics;
using System.Text;
using Xunit;

namespace Cadence.SellsyImport.Tool.Tests;

/// <summary>A temporary folder in which the built console runs as a process.</summary>
public sealed class ConsoleFolder : IDisposable
{
    public const string Users = "id,first_name,last_name,email\n1,Ada,Fontaine,ada@cadence.example\n2,Luc,Moreau,luc@cadence.example\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("console-import-");

    public static string ConsolePath { get; } = Path.Combine(AppContext.BaseDirectory, "sellsy-import.dll");

    public static string SampleData { get; } = Path.Combine(AppContext.BaseDirectory, "data");

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public bool Has(string name) => Path.Exists(PathOf(name));

    public string[] Names() => [.. _folder.EnumerateFileSystemInfos().Select(entry => entry.Name).Order(StringComparer.Ordinal)];

    public string Read(string name) => File.ReadAllText(PathOf(name));

    public string[] ReadLines(string name) => File.ReadAllLines(PathOf(name));

    public void Write(string name, string text) => File.WriteAllText(PathOf(name), text);

    public void Write(string name, byte[] bytes) => File.WriteAllBytes(PathOf(name), bytes);

    public void WriteUsers() => Write("users.csv", Users);

    public void Dispose() => _folder.Delete(recursive: true);

    internal Task<ConsoleRun> RunAsync(params string[] arguments) => RunAsync(Start(arguments));

    /// <summary>Runs with so many columns in its output.</summary>
    internal Task<ConsoleRun> RunInAsync(int columns, string[] arguments) => RunAsync(Start(arguments, columns));

    /// <summary>Runs and gives one line to standard input; none if it is empty.</summary>
    internal async Task<ConsoleRun> AnswerAsync(string answer, params string[] arguments)
    {
        var process = Start(arguments);
        if (answer.Length > 0)
        {
            await process.StandardInput.WriteLineAsync(answer);
        }

        return await RunAsync(process);
    }

    internal Process Start(params string[] arguments) => Start(arguments, columns: 1_000);

    private static async Task<ConsoleRun> RunAsync(Process process)
    {
        using (process)
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return new(process.ExitCode, await output, await errors);
        }
    }

    private Process Start(string[] arguments, int columns)
    {
        var start = new ProcessStartInfo("dotnet", [ConsolePath, .. arguments])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,

            // It lives for a moment, and is not worth counting to be compiled better. Lines are so long that none is broken, unless a test says otherwise.
            Environment = { ["DOTNET_TieredPGO"] = "0", ["COLUMNS"] = $"{columns}" },
        };
        return Process.Start(start)!;
    }
}
