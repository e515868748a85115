using Microsoft.Extensions.DependencyInjection;

namespace Cadence.SellsyImport.Proof.Fuzzing;

/// <summary>Runs one input again and shows what the importer makes of it.</summary>
internal static class ReplayProgram
{
    public static async Task<int> RunAsync(string hex, TextWriter output)
    {
        var input = Convert.FromHexString(hex);
        using var host = new ProofHost();
        using var scope = host.NewScope();
        var importer = scope.ServiceProvider.GetRequiredService<ISellsyImporter>();
        try
        {
            var overview = await importer.OpenAsync(ImportSource.FromBytes("contacts.csv", input)).ConfigureAwait(false);
            var format = overview.Format;
            output.WriteLine($"{format.Encoding}, '{format.Separator}', {format.NewLine}, headings on lines {format.HeadingLines}");
            output.WriteLine(string.Join(" | ", overview.Columns.Select(column => column.Heading)));
            foreach (var row in overview.Sample)
            {
                output.WriteLine($"{row.Number} @{row.Lines} {row.ByteOffset}+{row.ByteLength}: {string.Join(", ", row.Issues)}");
                output.WriteLine("  " + string.Join(" | ", row.Columns.Indexes.Select(index => row[index])));
            }
        }
        catch (SellsyImportException exception)
        {
            output.WriteLine(exception.Message);
        }

        using var target = new FuzzTarget();
        var result = await target.RunAsync(input).ConfigureAwait(false);
        output.WriteLine(result.Finding is { } finding ? $"BROKEN: {finding.Promise}: {finding.Detail}" : "every promise kept");
        return result.Finding is null ? 0 : 1;
    }
}
