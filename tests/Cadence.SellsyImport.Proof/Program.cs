using Cadence.SellsyImport.Proof.Fuzzing;
using Cadence.SellsyImport.Proof.Hashing;

return args switch
{
    ["hash", .. var cultures] => await HashProgram.RunAsync(cultures, Console.Out),
    ["fuzz", .. var numbers] => await FuzzProgram.RunAsync(numbers, Console.Out),
    ["replay", var hex] => await ReplayProgram.RunAsync(hex, Console.Out),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("hash [CULTURE …]          prints for each culture one hash of plans, rows and reports, and how the host formats");
    Console.Error.WriteLine("fuzz [INPUTS] [SEED]      imports mutated files and checks that every line is accounted for");
    Console.Error.WriteLine("replay HEX                runs one input again");
    return 2;
}
