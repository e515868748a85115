using System.Globalization;
using Xunit;

namespace Cadence.SellsyImport.Tool.Tests.Killing;

/// <summary>The same file by several processes at once, and again and again: the leads of one import.</summary>
public abstract class ManyProcessesTests(ITestOutputHelper output) : PreparedStoreTests
{
    private const int Processes = 4;
    private const string Sums = "SELECT sum(added), sum(updated) FROM imports WHERE file_name = 'contacts.csv'";

    private static readonly int Rows = LongProof.Count(sample: 2_000, all: 5_000);
    private static readonly int Times = LongProof.Count(sample: 1, all: 10);

    private string[] Import => ["import", "contacts.csv", "--existing", "overwrite", "--lang", "en", "--json", .. Store.Arguments(Template)];

    [Fact]
    public async Task The_same_file_by_four_processes_at_once_and_then_again_and_again_makes_the_leads_of_one_import()
    {
        await PrepareAsync(Rows);
        var written = string.Create(CultureInfo.InvariantCulture, $"{Rows / 2}|{Rows / 2}\n");

        var runs = await Task.WhenAll(Enumerable.Range(1, Processes).Select(_ => Folder.RunProcessAsync(Import)));

        output.WriteLine($"Exit codes: {string.Join(", ", runs.Select(run => run.ExitCode))}");
        Assert.Contains(runs, run => run.ExitCode == 0);
        Assert.All(runs.Where(run => run.ExitCode != 0), run => Assert.Contains(" is being written by ", run.FailedWith(1).Errors, StringComparison.Ordinal));
        await AssertOneImportAsync();
        for (var time = 1; time <= Times; time++)
        {
            var run = (await Folder.RunProcessAsync(Import)).Succeeded();
            Assert.Equal((0, 0, Rows), (run.Count("success"), run.Count("updated"), run.Count("unchanged")));
        }

        await AssertOneImportAsync();

        async Task AssertOneImportAsync()
        {
            Assert.True(LeadsAfter == await Store.ReadLeadsAsync(Template), "Other leads.");
            Assert.True(CompaniesAfter == await Store.ReadCompaniesAsync(Template), "Other companies.");
            Assert.Equal(written, await Store.ReadAsync(Template, Sums));
        }
    }
}
