using System.Diagnostics;
using System.Globalization;

namespace Cadence.SellsyImport.Proof.Fuzzing;

/// <summary>The fuzzer's command: how many inputs, under which seed.</summary>
internal static class FuzzProgram
{
    private const long UsualInputs = 1_000_000;

    public static async Task<int> RunAsync(string[] numbers, TextWriter output)
    {
        var inputs = numbers.Length > 0 ? long.Parse(numbers[0], CultureInfo.InvariantCulture) : UsualInputs;
        var seed = numbers.Length > 1 ? ulong.Parse(numbers[1], CultureInfo.InvariantCulture) : (ulong)Random.Shared.NextInt64();
        output.WriteLine($"fuzz {inputs} {seed}");
        var clock = Stopwatch.StartNew();
        var run = new FuzzRun(seed, inputs);
        await run.RunAsync().ConfigureAwait(false);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{run.Run} inputs in {clock.Elapsed.TotalSeconds:F1} s, {Environment.CpuUsage.TotalTime.TotalSeconds:F1} s of processor: "
            + $"{run.Refused.Values.Sum()} refused, {run.Rows} rows, {run.Errors} of them in error"));
        foreach (var (code, count) in run.Refused.OrderByDescending(entry => entry.Value))
        {
            output.WriteLine($"  {count} {code}");
        }

        foreach (var failure in run.Failures)
        {
            output.WriteLine(failure);
        }

        output.WriteLine($"{run.Failures.Count} promises broken");
        return run.Failures.Count == 0 ? 0 : 1;
    }
}
