using System.Text;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Preview;
using Cadence.SellsyImport.Tests.Files;
using Cadence.SellsyImport.Tests.Importing;
using Microsoft.Extensions.Options;
using Xunit;

namespace Cadence.SellsyImport.Tests.Mapping;

/// <summary>The verdict of an ordinary row makes no string and no list.</summary>
[Collection(MeasuredAlone.Name)]
public sealed class ScanAllocationTests
{
    private const int Rows = 20_000;
    private const string Headings =
        "ID Sellsy;Prénom;Nom;Civilité;Fonction;E-mail;Téléphone;Mobile;LinkedIn;Site web;Note;Anniversaire;Smart-tags;ID société;Société;Code postal;Ville;"
        + "Pays;SIRET;Date de création;INSCRIT CAMPAGNES EMAIL;Propriétaire\n";

    [Fact]
    public async Task A_row_that_is_scanned_allocates_next_to_nothing()
    {
        await AllocatedAsync(3 * Rows);
        var few = await AllocatedAsync(Rows);
        var many = await AllocatedAsync(3 * Rows);

        // The second run is warm. A row is kept in some ten bytes, in lists that double.
        Assert.InRange((many - few) / (2.0 * Rows), -100, 100);
    }

    private static async Task<long> AllocatedAsync(int rows)
    {
        var text = new StringBuilder(Headings);
        for (var id = 1; id <= rows; id++)
        {
            text.Append(
                $"{id};Zoé;Petit;Mme;Gérante;zoe{id}@exemple.example;05 46 77 88 99;06 12 34 56 78;https://www.linkedin.com/in/zoe-{id};exemple.example;une note;"
                + "25/12/1990;vip, salon;7;Les Ateliers;17000;La Rochelle;France;73282932000074;03/04/2026 10:00;Oui;Marie Durand\n");
        }

        var options = Options.Create(new SellsyImportOptions());
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()));
        await using var export = await new CsvHelperReader(options).OpenAsync(stream, "contacts.csv", ImportHost.Cancellation);
        var mapper = new FieldMapper(options);
        var mapping = mapper.Suggest(export.Columns, export.Sample).Mapping;
        Assert.Equal(22, mapping.Assignments.Length);
        var scan = new FileScan(export, mapping, mapping.Columns, mapper, options.Value, 2026);

        var before = GC.GetTotalAllocatedBytes(precise: true);
        var scanned = await scan.RunAsync([], new(progress: null, ImportStage.Surveying, stream.Length), ImportHost.Cancellation);

        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        Assert.Equal(rows, scanned.Parts!.Sum(part => part.Rows.Take(part.Start).Count()));
        return allocated;
    }
}
