using Cadence.SellsyImport.Proof.Changes;
using Cadence.SellsyImport.Proof.Coverage;
using Cadence.SellsyImport.Proof.Fuzzing;
using Cadence.SellsyImport.Proof.Growth;
using Cadence.SellsyImport.Proof.Hashing;
using Cadence.SellsyImport.Proof.Killing;

return args switch
{
    ["hash", .. var cultures] => await HashProgram.RunAsync(cultures, Console.Out),
    ["fuzz", .. var numbers] => await FuzzProgram.RunAsync(numbers, Console.Out),
    ["replay", var hex] => await ReplayProgram.RunAsync(hex, Console.Out),
    ["growth", .. var arguments] => GrowthProgram.Run(arguments, Console.Out),
    ["changes", .. var options] => await ChangesProgram.RunAsync(options, Console.Out),
    ["coverage", _, ..] => CoverageProgram.Run(args[1..], Console.Out),
    ["calls", .. { Length: 5 } import] => await CallsProgram.RunAsync(import, Console.Out),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("hash [CULTURE …]          prints for each culture one hash of plans, rows and reports, and how the host formats");
    Console.Error.WriteLine("fuzz [INPUTS] [SEED]      imports mutated files and checks that every line is accounted for");
    Console.Error.WriteLine("replay HEX                runs one input again");
    Console.Error.WriteLine("growth [--quick] [--all] [NAME …]   doubles each kind of content and prints what each doubling costs");
    Console.Error.WriteLine("changes [RUNS] [--store memory|sqlite|postgresql] [--seed N] [--run N]");
    Console.Error.WriteLine("                          changes files, users, leads and the database between and during calls, and checks the promises");
    Console.Error.WriteLine("coverage FILE …           sums the Cobertura files of a test run by package and folder");
    Console.Error.WriteLine("calls import DATABASE FILE BATCH PLACE   imports, tells every call of the store, and stands still at one of them");
    Console.Error.WriteLine("calls undo DATABASE IMPORT BATCH PLACE   the same for an undo");
    return 2;
}
