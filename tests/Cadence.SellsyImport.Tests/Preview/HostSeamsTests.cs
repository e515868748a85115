using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Testing;
using Cadence.SellsyImport.Tests.Importing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Cadence.SellsyImport.Tests.Preview;

/// <summary>Readers and mappers of a host that do what the ones of the library never do.</summary>
public sealed class HostSeamsTests
{
    private const string Csv = "ID CONTACT;PRENOM CONTACT;Propriétaire\r\n1;Anne;Marie Durand\r\n2;Zoé;Marie Durand\r\n";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reader_that_gives_other_rows_the_second_time_is_refused(bool areOther)
    {
        var sink = new InMemoryLedgerSink();
        using (var before = new ImportHost(sink: sink))
        {
            var source = ImportHost.Source(Csv);
            await before.Importer.AddAsync(source, await before.PreviewAsync(source), cancellationToken: ImportHost.Cancellation);
        }

        using var host = new ImportHost(sink: sink, register: services => services.AddSingleton<ISellsyCsvReader>(provider =>
            new RowsOnlyReader(new CsvHelperReader(provider.GetRequiredService<IOptions<SellsyImportOptions>>()), Again)));

        var refused = await Assert.ThrowsAsync<SellsyImportException>(() => host.PreviewAsync(ImportHost.Source(Csv)));

        Assert.Equal(ErrorCodes.SeamContractBroken, refused.Code);
        Assert.Equal([nameof(ISellsyCsvReader), "something else", "the same rows whenever they are read"], refused.Arguments);

        IAsyncEnumerable<SellsyRow> Again(IAsyncEnumerable<SellsyRow> rows) => areOther
            ? rows.Select(row => new SellsyRow(row.Number, row.Lines, row.Columns, [.. row.Columns.Indexes.Select(_ => "")]))
            : rows.Take(1);
    }
}
