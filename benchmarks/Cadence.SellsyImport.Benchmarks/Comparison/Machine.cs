using System.Runtime.InteropServices;

namespace Cadence.SellsyImport.Benchmarks.Comparison;

/// <summary>The description of the machine for the results.</summary>
internal static class Machine
{
    public static string Processor { get; } = FindProcessor();

    /// <summary>The processor and its cores as a folder's name, such as <c>amd-epyc-2-cores</c>.</summary>
    public static string Folder => $"{Slug.Of(Processor)}-{Environment.ProcessorCount}-cores";

    private static string FindProcessor()
    {
        const string linux = "/proc/cpuinfo";
        var line = File.Exists(linux)
            ? File.ReadLines(linux).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER")
            ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
