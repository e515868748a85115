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

    internal async Task<ConsoleRun> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
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
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,

            // It lives for a moment, and is not worth counting to be compiled better.
            Environment = { ["DOTNET_TieredPGO"] = "0" },
        };
        return Process.Start(start)!;
    }
}
