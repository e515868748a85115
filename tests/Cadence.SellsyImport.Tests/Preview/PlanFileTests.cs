using Cadence.SellsyImport.Preview;
using Cadence.SellsyImport.Tests.Importing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Preview;

public sealed class PlanFileTests
{
    private const string Csv =
        "ID CONTACT;PRENOM CONTACT;NOM CONTACT;Propriétaire;SOCIETE;ID SOCIETE;DATE CREATION CONTACT\r\n"
        + "1;Anne;Petit;Marie Durand;Dupont, Martin & Fils;5;13/02/2024\r\n"
        + "2;Luc;Grand;Paul Martin;Dupont, Martin & Fils;;01/02/2024\r\n"
        + "1;Anne;Petite;Marie Durand;Béta;;02/03/2024\r\n"
        + "3;;Vide;Inconnu;Béta;;\r\n"
        + "4;Zoé;Tard;Marie Durand\r\n";

    [Theory]
    [InlineData(RepeatedContacts.FirstWins)]
    [InlineData(RepeatedContacts.LastWins)]
    [InlineData(RepeatedContacts.Merge)]
    public async Task A_saved_plan_is_applied_by_another_host_as_if_it_had_made_it(RepeatedContacts repeated)
    {
        using var first = new ImportHost(options => options.RepeatedContacts = repeated);
        using var second = new ImportHost();
        var source = ImportHost.Source(Csv);
        var plan = await first.PreviewAsync(source);
        using var saved = new MemoryStream();
        await plan.SaveAsync(saved, ImportHost.Cancellation);
        saved.Position = 0;

        var loaded = await ImportPlan.LoadAsync(saved, ImportHost.Cancellation);

        Assert.Equal(await TextOf(first, source, plan), await TextOf(second, source, loaded));
        Assert.Equal((plan.FileHash, plan.Mapping.Hash, plan.OwnersHash, plan.SettingsHash), (loaded.FileHash, loaded.Mapping.Hash, loaded.OwnersHash, loaded.SettingsHash));
        var report = await second.Importer.AddAsync(source, loaded, cancellationToken: ImportHost.Cancellation);
        var expected = await first.Importer.AddAsync(source, plan, cancellationToken: ImportHost.Cancellation);
        Assert.Equal(expected.Counts, report.Counts);
        Assert.Equal(first.Sink.Leads.Select(entry => entry.ToString()), second.Sink.Leads.Select(entry => entry.ToString()));
    }

    [Fact]
    public async Task A_company_whose_rows_all_have_its_id_is_not_in_the_saved_plan()
    {
        using var host = new ImportHost();
        var plan = await host.PreviewAsync(ImportHost.Source(
            """
            ID CONTACT;PRENOM CONTACT;Propriétaire;SOCIETE;ID SOCIETE
            1;Anne;Marie Durand;Acme;7
            2;Luc;Marie Durand;Acme;7
            3;Nina;Marie Durand;Béta;8
            4;Paul;Marie Durand;Béta;
            5;Zoé;Marie Durand;Gamma;9
            6;Max;Marie Durand;Gamma;10
            7;Eva;Marie Durand;Delta;
            8;Tom;Marie Durand;Martin, fils;11
            9;Jo;Marie Durand;Martin, fils;
            """));

        var companies = plan.Facts.ToDocument().Companies;

        Assert.Equal([("beta", "8"), ("gamma", "9"), ("martin, fils", "11")], companies.FirstIdByName.Select(name => (name.Key, name.Value!)));
    }

    [Fact]
    public async Task Every_damaged_byte_of_a_saved_plan_is_told()
    {
        using var host = new ImportHost();
        var bytes = PlanFile.Write(await host.PreviewAsync(ImportHost.Source(Csv)), RowSelection.All);
        for (var place = 0; place < bytes.Length; place++)
        {
            var damaged = bytes.ToArray();
            damaged[place] ^= 0x20;

            var exception = Assert.Throws<SellsyImportException>(() => PlanFile.Read(damaged));
            Assert.Equal(place is >= 8 and < 12 ? ErrorCodes.PlanOfAnotherVersion : ErrorCodes.PlanUnreadable, exception.Code);
        }

        Assert.True(bytes.Length > 500, $"{bytes.Length} bytes were damaged one by one.");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    [InlineData(60)]
    public async Task A_plan_that_was_cut_is_told(int length)
    {
        using var host = new ImportHost();
        var bytes = PlanFile.Write(await host.PreviewAsync(ImportHost.Source(Csv)), RowSelection.All);

        Assert.Equal(ErrorCodes.PlanUnreadable, Assert.Throws<SellsyImportException>(() => PlanFile.Read(bytes.AsMemory(0, length))).Code);
    }

    [Theory]
    [InlineData("all")]
    [InlineData("1-3,7")]
    [InlineData("none")]
    public async Task The_ticked_rows_are_saved_with_the_plan(string rows)
    {
        using var host = new ImportHost();
        var plan = await host.PreviewAsync(ImportHost.Source(Csv));
        Assert.True(RowSelection.TryParse(rows, out var selection));

        Assert.Equal(rows, PlanFile.Read(PlanFile.Write(plan, selection)).Selection.ToString());
    }

    [Fact]
    public async Task A_plan_made_under_other_settings_is_refused_before_anything_is_written()
    {
        using var strict = new ImportHost(options => options.InvalidEmailIsError = true);
        using var host = new ImportHost();
        var source = ImportHost.Source(Csv);
        var plan = await strict.PreviewAsync(source);

        var exception = await Assert.ThrowsAsync<SellsyImportException>(() => host.Importer.AddAsync(source, plan, cancellationToken: ImportHost.Cancellation));

        Assert.Equal(ErrorCodes.PlanOfOtherSettings, exception.Code);
        Assert.Equal(
            "contacts.csv: the plan was made under other fields, limits or rules than those of this host. Make the preview again.",
            exception.Message);
        Assert.Empty(host.Sink.Leads);
    }

    private static async Task<string> TextOf(ImportHost host, ImportSource source, ImportPlan plan)
    {
        var rows = new List<string>();
        await foreach (var row in host.Importer.ReadPreviewAsync(source, plan, cancellationToken: ImportHost.Cancellation))
        {
            rows.Add($"{row}: {row.Lead?.Company?.Name} {row.Lead?.CreatedInSellsy:s} {string.Join(" | ", row.Issues.Select(ImportTexts.English.IssueText))}");
        }

        return string.Join("\n", [plan.Counts.ToString(), .. plan.Issues.Select(issue => issue.ToString()), .. rows]);
    }
}
