using System.Diagnostics;
using System.Text;
using Cadence.SellsyImport.Tool.Hosting;
using Xunit;

namespace Cadence.SellsyImport.Tool.Tests;

/// <summary>
/// A temporary folder in which the console runs: in this process, which has one current folder, one output and one language, so one run at a time; or in
/// a process of its own.
/// </summary>
public sealed class ConsoleFolder : IDisposable
{
    public const string Users = "id,first_name,last_name,email\n1,Ada,Fontaine,ada@cadence.example\n2,Luc,Moreau,luc@cadence.example\n";

    /// <summary>Lines so long that none is broken.</summary>
    private const int NoBreak = 1_000;

    private static readonly SemaphoreSlim OneAtATime = new(1);

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

    /// <summary>Runs in this process.</summary>
    internal Task<ConsoleRun> RunAsync(params string[] arguments) => RunHereAsync(NoBreak, "", arguments);

    /// <summary>Runs with so many columns in its output.</summary>
    internal Task<ConsoleRun> RunInAsync(int columns, string[] arguments) => RunHereAsync(columns, "", arguments);

    /// <summary>Runs and gives one line to standard input; none if it is empty.</summary>
    internal Task<ConsoleRun> AnswerAsync(string answer, params string[] arguments) => RunHereAsync(NoBreak, answer, arguments);

    /// <summary>Runs in a process of its own, as people do: 0.7 s of processor, most of it the compiler of the runtime.</summary>
    internal async Task<ConsoleRun> RunProcessAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await output, await errors);
    }

    internal Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [ConsolePath, .. arguments])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,

            // It lives for a moment, and is not worth counting to be compiled better.
            Environment = { ["DOTNET_TieredPGO"] = "0", ["COLUMNS"] = $"{NoBreak}" },
        };
        return Process.Start(start)!;
    }

    /// <summary>Does something in the language, while no run in this process has another.</summary>
    internal static async Task InLanguageAsync(ImportTexts language, Action work)
    {
        await OneAtATime.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            Language.Use(language);
            work();
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private async Task<ConsoleRun> RunHereAsync(int columns, string answer, string[] arguments)
    {
        await OneAtATime.WaitAsync(TestContext.Current.CancellationToken);
        var (before, input, output, errors) = (Environment.CurrentDirectory, Console.In, Console.Out, Console.Error);
        using var written = new StringWriter();
        using var told = new StringWriter();
        try
        {
            Environment.CurrentDirectory = _folder.FullName;
            Environment.SetEnvironmentVariable("COLUMNS", $"{columns}");
            Console.SetIn(new StringReader(answer));
            Console.SetOut(written);
            Console.SetError(told);
            var exitCode = await Task.Run(() => ConsoleHost.RunAsync(arguments), TestContext.Current.CancellationToken);
            return new(exitCode, $"{written}", $"{told}");
        }
        finally
        {
            Environment.CurrentDirectory = before;
            Console.SetIn(input);
            Console.SetOut(output);
            Console.SetError(errors);
            OneAtATime.Release();
        }
    }
}
