using System.Text;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Tests.Importing;
using Microsoft.Extensions.Options;
using Xunit;

namespace Cadence.SellsyImport.Tests.Mapping;

/// <summary>The verdict of an ordinary row makes no string and no list.</summary>
public sealed class ScanAllocationTests
{
    private const int Rows = 5_000;
    private const int Warm = 1_000;

    /// <summary>Code that the compiler of .NET has not optimised yet allocates for vectors; it is optimised after some passes.</summary>
    private const int MostPasses = 200;

    private const string Headings =
        "ID Sellsy;Prénom;Nom;Civilité;Fonction;E-mail;Téléphone;Mobile;LinkedIn;Site web;Note;Anniversaire;Smart-tags;ID société;Société;Code postal;Ville;"
        + "Pays;SIRET;Date de création;INSCRIT CAMPAGNES EMAIL;Propriétaire\n";

    [Fact]
    public async Task A_row_that_is_scanned_allocates_nothing()
    {
        var text = new StringBuilder(Headings);
        for (var id = 1; id <= Rows; id++)
        {
            text.Append(
                $"{id};Zoé{id};Petit;Mme;Gérante;zoé{id}@exemple.example;05 46 77 88 99;+33 (0)6 12 34 56 78;https://www.linkedin.com/in/zoe-{id};exemple.example;une note;"
                + "25/12/1990;vip, salon;7;Les Ateliers;17000;La Rochelle;France;73282932000074;03/04/2026 10:00;Oui;Marie Durand\n");
        }

        var options = Options.Create(new SellsyImportOptions());
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()));
        await using var export = await new CsvHelperReader(options).OpenAsync(stream, "contacts.csv", ImportHost.Cancellation);
        var mapper = new FieldMapper(options);
        var mapping = mapper.Suggest(export.Columns, export.Sample).Mapping;
        Assert.Equal(22, mapping.Assignments.Length);
        Taker taker;
        var passes = 0;
        do
        {
            taker = new(mapper.ScannerOf(mapping, 2026));
            await foreach (var row in ((IRecordExport)export).ReadRowsAsync(mapping.Columns, ((IRecordExport)export).FirstRow, taker, ImportHost.Cancellation))
            {
                Assert.Fail($"Row {row.Number} is not read as a record.");
            }
        }
        while (taker.Allocated > 0 && ++passes < MostPasses);

        Assert.Equal((Rows, 0), (taker.Rows, taker.Allocated / (Rows - Warm)));
    }

    private sealed class Taker(RowScanner scanner) : IRecordTaker
    {
        private readonly CellBuffer _buffer = new();

        public int Rows { get; private set; }

        public long Allocated { get; private set; }

        public bool TryTake(in CsvRecord record)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            _buffer.Clear();
            scanner.Begin(record.Position.Number);
            scanner.Scan(new RecordCells(record, _buffer));
            Allocated += ++Rows > Warm ? GC.GetAllocatedBytesForCurrentThread() - before : 0;
            return true;
        }

        public void TakeBlank(bool hasSeparators)
        {
        }
    }
}
