using ClusterScale;

// Leads per second of a cluster with 1, 2 and 4 nodes: all customers in one schema, and each in its own. Arguments: rows of a file, imports, customers.
var numbers = args.Select(int.Parse).ToArray();
var (rows, imports, customers) = numbers is [var first, var second, var third] ? (first, second, third) : (20_000, 8, 4);

Console.WriteLine($"{imports} imports of {rows} rows for {customers} customers; {Environment.ProcessorCount} cores, shared by nodes and server");
Console.WriteLine("| schemas | nodes | seconds | leads/s | processor time of a 1,000 leads, ms |");
Console.WriteLine("|---|---:|---:|---:|---:|");
foreach (var isShared in new[] { true, false })
{
    foreach (var nodes in new[] { 1, 2, 4 })
    {
        var result = await Measurement.RunAsync(nodes, isShared, rows, imports, customers);
        Console.WriteLine($"| {(isShared ? "one" : "one for each customer")} | {nodes} | {result.Seconds:0.0} | {result.Leads / result.Seconds:0} | {1e6 * result.ProcessorSeconds / result.Leads:0} |");
    }
}
