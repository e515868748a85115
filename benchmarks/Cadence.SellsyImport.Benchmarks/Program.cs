using Cadence.SellsyImport.Benchmarks.Comparison;

if (args is [ChildProgram.Argument, ..])
{
    await ChildProgram.RunAsync(args, Console.Out);
    return 0;
}

return await ComparisonProgram.RunAsync(args, Console.Out, Console.Error);
