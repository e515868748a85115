using System.Globalization;
using System.Text;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Tests.Importing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Preview;

public sealed class CorrectionsTests
{
    private const string Headings = "ID Sellsy;Prénom;Nom;Email;Propriétaire\n";
    private const string Export = Headings
        + "1;Léa;Blanc;lea@exemple.example;Marie Durand\n"
        + "2;;;eric@exemple.example;Julien Perrault\n"
        + "3;Zoé;Gris;zoe@exemple.example;Julien Perrault\n"
        + "1;Max;Vert;max@exemple.example;Marie Durand\n"
        + "5;a;\"b\"x;trop;de;cellules\n";

    [Fact]
    public async Task Cells_texts_and_left_out_rows_are_applied_before_mapping_and_every_later_call_obeys_them()
    {
        using var host = new ImportHost();
        var corrections = Corrections.None
            .WithValue(4, "Julien Perrault", "Hélène Brûlé")
            .WithCell(2, 1, "Éric").WithCell(2, 2, "Noir")
            .WithExcluded(1);

        var plan = await PreviewAsync(host, Export, corrections);
        var report = await host.Importer.AddAsync(ImportHost.Source(Export), await ReloadedAsync(plan), cancellationToken: ImportHost.Cancellation);
        var rows = await ReportAsync(host, Export, report);

        Assert.Equal(new StatusCounts(3, 0, 1) { Excluded = 1 }, plan.Counts);
        Assert.Equal([RowStatus.Excluded, RowStatus.Success, RowStatus.Success, RowStatus.Success, RowStatus.Error], rows.Select(row => row.Status));
        Assert.Equal([RowOutcome.Skipped, RowOutcome.Added, RowOutcome.Added, RowOutcome.Added, RowOutcome.Error], rows.Select(row => row.Outcome));
        Assert.Equal(["1 Max u1", "2 Éric u2", "3 Zoé u2"], Leads(host));
        var corrected = rows[1].Issues.Where(issue => issue.Code == IssueCodes.CellCorrected).ToList();
        Assert.Equal(["Propriétaire", "Prénom", "Nom"], corrected.Select(issue => issue.Column));
        Assert.Equal(["Propriétaire", "Julien Perrault", "Hélène Brûlé", "5"], corrected[0].Arguments);
        Assert.Equal(IssueCodes.RowExcluded, Assert.Single(rows[0].Issues).Code);
    }

    [Fact]
    public async Task Corrections_of_rows_and_columns_that_the_file_does_not_have_leave_a_plan_that_can_be_saved_loaded_and_added()
    {
        using var host = new ImportHost();
        var corrections = Corrections.None.WithCell(99, 1, "Éric").WithCell(1, 42, "Noir").WithValue(42, "a", "b").WithExcluded(99);

        var plan = await ReloadedAsync(await PreviewAsync(host, Export, corrections));
        var report = await host.Importer.AddAsync(ImportHost.Source(Export), plan, cancellationToken: ImportHost.Cancellation);

        Assert.Equal(corrections, plan.Corrections);
        Assert.Equal(plan.Counts.Blank, report.Counts.Added);
    }

    [Fact]
    public async Task The_file_of_rejected_rows_keeps_the_original_cell_and_names_the_correction()
    {
        using var host = new ImportHost();
        var plan = await PreviewAsync(host, Export, Corrections.None.WithValue(4, "Julien Perrault", "Personne Connue"));
        var report = await host.Importer.AddAsync(ImportHost.Source(Export), plan, cancellationToken: ImportHost.Cancellation);
        using var destination = new MemoryStream();

        await host.Importer.WriteRejectedRowsAsync(ImportHost.Source(Export), report, destination, ImportTexts.French, ImportHost.Cancellation);

        var text = Encoding.UTF8.GetString(destination.ToArray());
        Assert.Contains("3;Zoé;Gris;zoe@exemple.example;Julien Perrault;Erreur;", text, StringComparison.Ordinal);
        Assert.Contains("« Julien Perrault » a été remplacé par « Personne Connue »", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_of_other_corrections_is_another_import_and_the_hash_of_none_is_that_of_before()
    {
        using var host = new ImportHost();
        var none = await PreviewAsync(host, Export, Corrections.None);
        var corrected = await PreviewAsync(host, Export, Corrections.None.WithCell(2, 1, "Éric"));

        Assert.Equal(none.Corrections, Corrections.None.WithCell(2, 1, "x").WithoutCell(2, 1));
        Assert.NotEqual(none.Corrections, corrected.Corrections);
        Assert.Equal(corrected.Corrections.Hash, Corrections.None.WithCell(2, 1, "Éric").Hash);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, -1)]
    public void A_place_outside_of_every_file_is_refused(long row, int column) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Corrections.None.WithCell(row, column, ""));

    /// <summary>The corrected preview is the preview of the file in which the cells were changed by hand.</summary>
    [Fact]
    public async Task Corrections_give_what_a_file_gives_that_was_changed_by_hand()
    {
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var round = 0; round < LongProof.Count(sample: 30, all: 300); round++)
        {
            string[][] cells = [.. Enumerable.Range(1, random.Next(1, 400)).Select(_ => RandomRow(random))];
            var (corrections, changed) = (Corrections.None, cells.Select(row => (string[])row.Clone()).ToArray());
            if (random.Next(2) == 0)
            {
                corrections = corrections.WithValue(4, "Marie Durand", "Hélène Brûlé").WithValue(2, "Blanc", "");
                foreach (var row in changed)
                {
                    row[4] = row[4] == "Marie Durand" ? "Hélène Brûlé" : row[4];
                    row[2] = row[2] == "Blanc" ? "" : row[2];
                }
            }

            for (var i = random.Next(4); i > 0; i--)
            {
                var (row, column, text) = (random.Next(cells.Length), random.Next(5), RandomRow(random)[random.Next(5)]);
                corrections = corrections.WithCell(row + 1, column, text);
                changed[row][column] = text;
            }

            using var host = new ImportHost();
            var expected = await PreviewAsync(host, Text(changed), Corrections.None);
            var plan = await PreviewAsync(host, Text(cells), corrections);

            Assert.Equal((seed, round, expected.Counts), (seed, round, plan.Counts));
            Assert.Equal(expected.Issues, plan.Issues.Where(issue => issue.Code != IssueCodes.CellCorrected));
            Assert.Equal(expected.OwnersHash, plan.OwnersHash);
            Assert.All(Enumerable.Range(1, cells.Length), row => Assert.Equal(expected.StatusOf(row), plan.StatusOf(row)));
        }
    }

    [Fact]
    public async Task A_long_file_with_corrected_texts_is_read_in_parts_and_gives_the_plan_of_one_part()
    {
        var text = new StringBuilder(Headings);
        for (var id = 1; id <= 200_000; id++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{id};Léa;Blanc;lea{id}@exemple.example;{(id % 1000 == 0 ? "Julien Perrault" : "Marie Durand")}\n");
        }

        using var host = new ImportHost();

        var plan = await PreviewAsync(host, text.ToString(), Corrections.None.WithValue(4, "Julien Perrault", "Hélène Brûlé"));
        var named = await PreviewAsync(host, text.ToString(), Corrections.None.WithValue(4, "Julien Perrault", "Hélène Brûlé").WithExcluded(150_000));

        Assert.Equal(new StatusCounts(200_000, 0, 0), plan.Counts);
        Assert.Contains(plan.Issues, issue => issue is { Code: IssueCodes.CellCorrected, Count: 200 });
        Assert.Equal(new StatusCounts(199_999, 0, 0) { Excluded = 1 }, named.Counts);
        Assert.Equal(RowStatus.Excluded, named.StatusOf(150_000));
    }

    private static string[] RandomRow(Random random) =>
    [
        random.Next(1, 300).ToString(CultureInfo.InvariantCulture),
        random.Next(6) == 0 ? "" : "Léa",
        random.Next(3) == 0 ? "Blanc" : "Noir",
        random.Next(5) == 0 ? "pas une adresse" : "lea@exemple.example",
        random.Next(4) switch { 0 => "Julien Perrault", 1 => "Hélène Brûlé", _ => "Marie Durand" },
    ];

    private static string Text(string[][] rows) => Headings + string.Concat(rows.Select(row => string.Join(';', row) + "\n"));

    private static async Task<ImportPlan> PreviewAsync(ImportHost host, string export, Corrections corrections)
    {
        var source = ImportHost.Source(export);
        var overview = await host.Importer.OpenAsync(ImportHost.Source(Export), ImportHost.Cancellation);
        return await host.Importer.PreviewAsync(
            source, overview.Suggestion.Mapping, new PreviewOptions { Corrections = corrections }, cancellationToken: ImportHost.Cancellation);
    }

    private static IEnumerable<string> Leads(ImportHost host) => host.Sink.Leads
        .OrderBy(lead => lead.Lead.SellsyContactId, StringComparer.Ordinal)
        .Select(lead => $"{lead.Lead.SellsyContactId} {lead.Lead.FirstName} {lead.Owner.Id}");

    private static async Task<ImportPlan> ReloadedAsync(ImportPlan plan)
    {
        using var bytes = new MemoryStream();
        await plan.SaveAsync(bytes, ImportHost.Cancellation);
        bytes.Position = 0;
        return await ImportPlan.LoadAsync(bytes, ImportHost.Cancellation);
    }

    private static async Task<List<ReportRow>> ReportAsync(ImportHost host, string export, ImportReport report)
    {
        var rows = new List<ReportRow>();
        await foreach (var row in host.Importer.ReadReportAsync(ImportHost.Source(export), report, cancellationToken: ImportHost.Cancellation))
        {
            rows.Add(row);
        }

        return rows;
    }
}
