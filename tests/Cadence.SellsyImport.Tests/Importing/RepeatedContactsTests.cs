using Cadence.SellsyImport.Storage;
using Xunit;

namespace Cadence.SellsyImport.Tests.Importing;

public sealed class RepeatedContactsTests
{
    private const string Headings = "ID Sellsy;Prénom;Nom;Propriétaire;E-mail;Société;ID société\r\n";

    private const string Twice =
        Headings + "1;Anne;;Marie Durand;;Acme;7\r\n2;Luc;Grand;Marie Durand;;;\r\n1;Anna;Petit;Hélène Brûlé;a@b.example;Globex;8\r\n1;;;Marie Durand;;Acme;7\r\n1;Anne;X;Marie Durand;;Acme;7\r\n";

    [Fact]
    public async Task The_last_row_is_the_lead_where_the_host_says_so()
    {
        using var host = new ImportHost(options => options.RepeatedContacts = RepeatedContacts.LastWins);

        var rows = await host.RowsAsync(Twice);
        var report = await host.ImportAsync(ImportHost.Source(Twice));

        Assert.Equal([RowStatus.Error, RowStatus.Blank, RowStatus.Error, RowStatus.Error, RowStatus.Blank], rows.Select(row => row.Status));
        Assert.Equal(
            "Identifiant Sellsy : Le contact figure de nouveau à la ligne 3 de ce fichier. La dernière ligne compte ; retirez celle-ci.",
            ImportTexts.French.IssueText(Assert.Single(rows[0].Issues)));
        Assert.Equal([IssueCodes.MandatoryBlank, IssueCodes.ContactSuperseded], rows[3].Issues.Select(issue => issue.Code));
        Assert.Equal(["Luc", "Anne"], host.Sink.Leads.Select(entry => entry.Lead.FirstName));
        Assert.Equal(new ImportCounts(5, 2, 0, 0, 0, 3), report.Counts);
    }

    [Fact]
    public async Task Where_the_last_row_wins_an_earlier_one_that_was_active_is_counted_once()
    {
        using var host = new ImportHost(options => options.RepeatedContacts = RepeatedContacts.LastWins);
        host.Sink.AddExisting(new ExistingLead("1"));

        var plan = await host.PreviewAsync(ImportHost.Source(Twice));

        Assert.Equal(new StatusCounts(1, 1, 3), plan.Counts);
        Assert.Equal(1, Assert.Single(plan.Issues, issue => issue.Code == IssueCodes.AlreadyInCadence).Count);
    }

    [Fact]
    public async Task Merged_rows_fill_the_blanks_of_the_first_and_add_their_companies()
    {
        using var host = new ImportHost(options => options.RepeatedContacts = RepeatedContacts.Merge);

        var rows = await host.RowsAsync(Twice);
        var report = await host.ImportAsync(ImportHost.Source(Twice));

        Assert.Equal([RowStatus.Blank, RowStatus.Blank, RowStatus.Blank, RowStatus.Error, RowStatus.Blank], rows.Select(row => row.Status));
        Assert.Equal(
            "Identifiant Sellsy : Le contact est déjà à la ligne 1 de ce fichier, que cette ligne complète. Le propriétaire de la ligne 1 reçoit le contact.",
            ImportTexts.French.IssueText(Assert.Single(rows[2].Issues)));
        Assert.Equal(
            [RowOutcome.Added, RowOutcome.Added, RowOutcome.Updated, RowOutcome.Error, RowOutcome.Unchanged],
            Enumerable.Range(1, 5).Select(row => report.OutcomeOf(row)));
        Assert.True(report.Counts.IsBalanced);
        var merged = Assert.Single(host.Sink.Leads, entry => entry.Lead.SellsyContactId == "1");
        Assert.Equal(("Anne", "Petit", "a@b.example"), (merged.Lead.FirstName, merged.Lead.LastName, Assert.Single(merged.Lead.Emails).Address));
        Assert.Equal(ImportHost.Marie, merged.Owner);
        Assert.Equal(("Acme", "Globex"), (merged.Lead.Company!.Name, Assert.Single(merged.Lead.OtherCompanies).Name));
    }

    [Fact]
    public async Task A_row_merged_into_an_error_is_an_error_and_into_an_active_one_is_active()
    {
        using var host = new ImportHost(options => options.RepeatedContacts = RepeatedContacts.Merge);
        host.Sink.AddExisting(new ExistingLead("2"));
        const string csv = Headings + "1;Anne;;Jean Inconnu;;;\r\n1;Anne;;Marie Durand;;;\r\n2;Luc;;Marie Durand;;;\r\n2;Luc;;Marie Durand;;;\r\n";

        var rows = await host.RowsAsync(csv);
        var report = await host.ImportAsync(ImportHost.Source(csv));

        Assert.Equal([RowStatus.Error, RowStatus.Error, RowStatus.Active, RowStatus.Active], rows.Select(row => row.Status));
        Assert.Equal(IssueCodes.ContactRepeated, Assert.Single(rows[1].Issues).Code);
        Assert.Equal([IssueCodes.ContactMerged, IssueCodes.AlreadyInCadence], rows[3].Issues.Select(issue => issue.Code));
        Assert.Equal(new ImportCounts(4, 0, 0, 0, 2, 2), report.Counts);
    }

    [Fact]
    public async Task Rows_that_are_not_ticked_are_neither_merged_nor_added()
    {
        using var host = new ImportHost(options => options.RepeatedContacts = RepeatedContacts.Merge);

        var withoutFirst = await host.ImportAsync(ImportHost.Source(Twice), RowSelection.Of(3, 5));
        var withoutSecond = await host.ImportAsync(ImportHost.Source(Twice), RowSelection.Of(1));

        Assert.Equal(new ImportCounts(5, 0, 0, 0, 4, 1), withoutFirst.Counts);
        Assert.Equal(new ImportCounts(5, 1, 0, 0, 3, 1), withoutSecond.Counts);
        Assert.Null(Assert.Single(host.Sink.Leads).Lead.LastName);
    }

    [Fact]
    public async Task A_merged_lead_that_appeared_since_the_preview_is_refused_with_the_rows_that_complete_it()
    {
        using var host = new ImportHost(options =>
        {
            options.RepeatedContacts = RepeatedContacts.Merge;
            options.BatchSize = 1;
        });
        var source = ImportHost.Source(Twice);
        var plan = await host.PreviewAsync(source);
        host.Sink.AddExisting(new ExistingLead("1"));

        var report = await host.Importer.AddAsync(source, plan, cancellationToken: ImportHost.Cancellation);

        Assert.Equal(new ImportCounts(5, 1, 0, 0, 0, 4), report.Counts);
        Assert.Equal(3, Assert.Single(report.Issues, issue => issue.Code == IssueCodes.AppearedSincePreview).Count);
    }
}
