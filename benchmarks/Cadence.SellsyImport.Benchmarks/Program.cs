using BenchmarkDotNet.Running;
using Cadence.SellsyImport.Benchmarks;
using Cadence.SellsyImport.Benchmarks.Comparison;

if (args.Contains("--compare", StringComparer.Ordinal))
{
    return await ComparisonProgram.RunAsync(args, Console.Out, Console.Error);
}

BenchmarkSwitcher.FromAssembly(typeof(Hosts).Assembly).Run(args);
return 0;
