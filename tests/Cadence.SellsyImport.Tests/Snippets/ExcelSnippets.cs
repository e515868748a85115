using Cadence.SellsyImport.Excel;
using Cadence.SellsyImport.Excel.Tests;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cadence.SellsyImport.Tests.Snippets;

/// <summary>The code of docs/excel.md, and the recipe of README.md for workbooks.</summary>
public sealed class ExcelSnippets : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cadence-excel-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_workbook_of_the_file_system_and_an_upload()
    {
        var path = Path.Combine(_folder, "contacts.xlsx");
        var bytes = TestWorkbook.Of(["ID Sellsy", "Prénom", "Nom", "Propriétaire"], ["1", "Anne", "Petit", "Marie Durand"]).ToBytes();
        await File.WriteAllBytesAsync(path, bytes, Cancellation);
        var services = new ServiceCollection();
        services.AddSingleton<ICadenceUserProvider>(new FixedUserProvider(new CadenceUser("u1", "Marie", "Durand")));
        services.AddSingleton<ILeadSink>(new InMemoryLedgerSink());

        services.AddSellsyImport().UseExcel();

        await using var provider = services.BuildServiceProvider();
        var importer = provider.GetRequiredService<ISellsyImporter>();
        {
            var source = ExcelSource.FromFile(path, new() { Sheet = "Contacts" });
            Assert.Equal(1, await RowsAsync(importer, source));
        }

        {
            var source = ExcelSource.FromStream(
                "contacts.xlsx",
                _ => ValueTask.FromResult<Stream>(new MemoryStream(bytes)),
                new() { MaxUnpackedBytes = 200 << 20 });
            Assert.Equal(1, await RowsAsync(importer, source));
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<long> RowsAsync(ISellsyImporter importer, ImportSource source)
    {
        var overview = await importer.OpenAsync(source, Cancellation);
        var plan = await importer.PreviewAsync(source, overview.Suggestion.Mapping, cancellationToken: Cancellation);
        return plan.Counts.Blank;
    }
}
