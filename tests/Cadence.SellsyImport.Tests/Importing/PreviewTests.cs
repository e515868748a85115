using System.Text;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Owners;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cadence.SellsyImport.Tests.Importing;

public sealed class PreviewTests
{
    private const string Headings = "ID Sellsy;Prénom;Nom;Propriétaire\r\n";

    [Fact]
    public async Task Every_row_has_a_status_before_anything_is_written()
    {
        using var host = new ImportHost();
        host.Sink.AddExisting(new ExistingLead("2") { RunningCadences = ["Relance", "Salon"] });

        var rows = await host.RowsAsync(Headings + "1;Anne;Petit;Marie Durand\r\n2;Luc;Grand;Marie Durand\r\n3;;Vide;Marie Durand\r\n");

        Assert.Equal([RowStatus.Blank, RowStatus.Active, RowStatus.Error], rows.Select(row => row.Status));
        Assert.Equal("Le contact est déjà dans Cadence. Cadences en cours : Relance, Salon.", ImportTexts.French.IssueText(Assert.Single(rows[1].Issues)));
        Assert.Equal("Prénom : Le champ est obligatoire et vide. Complétez-le.", ImportTexts.French.IssueText(Assert.Single(rows[2].Issues)));
        Assert.Empty(host.Sink.Leads);
        Assert.Equal(0, host.Sink.Batches);
    }

    [Fact]
    public async Task A_row_without_owner_is_an_error_and_the_next_row_goes_on()
    {
        using var host = new ImportHost();

        var rows = await host.RowsAsync(Headings + "1;Anne;Petit;\r\n2;Luc;Grand;Marie Durand\r\n");

        Assert.Equal(IssueCodes.MandatoryBlank, Assert.Single(rows[0].Issues).Code);
        Assert.Equal("Owner", rows[0].Issues[0].Field);
        Assert.Equal("Propriétaire", rows[0].Issues[0].Column);
        Assert.Equal(RowStatus.Blank, rows[1].Status);
    }

    [Theory]
    [InlineData(";")]
    [InlineData(" , ;")]
    [InlineData("N/C")]
    public async Task An_owner_cell_of_separators_or_a_blank_word_is_blank(string owner)
    {
        using var host = new ImportHost();

        var rows = await host.RowsAsync(Headings + $"1;Anne;Petit;\"{owner}\"\r\n");

        Assert.Equal(IssueCodes.MandatoryBlank, Assert.Single(rows[0].Issues).Code);
    }

    [Fact]
    public async Task Only_the_first_problem_of_a_row_shown__all_reasons_of_a_row_are_listed()
    {
        using var host = new ImportHost();

        var rows = await host.RowsAsync(Headings + "x12;;" + new string('é', 76) + ";Jean Inconnu\r\n");

        Assert.Equal(
            [IssueCodes.IdNotDigits, IssueCodes.ValueTooLong, IssueCodes.MandatoryBlank, IssueCodes.OwnerUnknown],
            rows[0].Issues.Select(issue => issue.Code));
        Assert.Equal(RowStatus.Error, rows[0].Status);
        Assert.Null(rows[0].Lead);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    public async Task The_first_rows_have_the_status_that_they_would_have_if_the_file_ended_behind_them(string encoding)
    {
        using var host = new ImportHost();
        host.Sink.AddExisting(new ExistingLead("2"));
        const string first = Headings + "1;Anne;Petit;Marie Durand\r\n2;Luc;Grand;Marie Durand\r\n3;;Vide;Marie Durand\r\n";
        var more = string.Concat(Enumerable.Range(4, 20_000).Select(id => $"{id};Léa;Blanc;Marie Durand\r\n"));
        var text = Encoding.GetEncoding(encoding);
        var source = ImportSource.FromBytes("contacts.csv", [.. text.GetPreamble(), .. text.GetBytes(first + more + "1;Anne;Petit;Marie Durand\r\n")]);
        var mapping = (await host.Importer.OpenAsync(source, ImportHost.Cancellation)).Suggestion.Mapping;

        var rows = await host.Importer.PreviewFirstRowsAsync(source, mapping, rows: 3, cancellationToken: ImportHost.Cancellation);
        var all = await host.Importer.PreviewFirstRowsAsync(source, mapping, rows: 10_000, cancellationToken: ImportHost.Cancellation);

        Assert.Equal(Described(await host.RowsAsync(first)), Described(rows));
        Assert.Equal([RowStatus.Blank, RowStatus.Active, RowStatus.Error], rows.Select(row => row.Status));
        Assert.Equal(10_000, all.Length);
        Assert.Empty(host.Sink.Leads);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => host.Importer.PreviewFirstRowsAsync(source, mapping, 0, null, ImportHost.Cancellation));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => host.Importer.PreviewFirstRowsAsync(source, mapping, 10_001, null, ImportHost.Cancellation));

        static IEnumerable<string> Described(IEnumerable<PreviewRow> rows) =>
            rows.Select(row => $"{row.Number} {row.Status} {row.Lead?.LastName} {row.Owner?.Id} {string.Join(' ', row.Issues.Select(issue => issue.Code))}");
    }

    [Fact]
    public async Task A_file_with_fewer_rows_than_asked_for_gives_them_all()
    {
        using var host = new ImportHost();
        var source = ImportHost.Source(Headings + "1;Anne;Petit;Marie Durand\r\n1;Anne;Petit;Marie Durand");
        var mapping = (await host.Importer.OpenAsync(source, ImportHost.Cancellation)).Suggestion.Mapping;

        var rows = await host.Importer.PreviewFirstRowsAsync(source, mapping, cancellationToken: ImportHost.Cancellation);

        Assert.Equal([RowStatus.Blank, RowStatus.Error], rows.Select(row => row.Status));
    }

    [Fact]
    public async Task An_error_outranks_active()
    {
        using var host = new ImportHost();
        host.Sink.AddExisting(new ExistingLead("1"));

        var rows = await host.RowsAsync(Headings + "1;Anne;Petit;Jean Inconnu\r\n");

        Assert.Equal(RowStatus.Error, rows[0].Status);
        Assert.Equal(IssueCodes.OwnerUnknown, Assert.Single(rows[0].Issues).Code);
    }

    [Fact]
    public async Task An_unknown_owner_is_named_with_the_nearest_names_and_the_remedy()
    {
        using var host = new ImportHost();

        var rows = await host.RowsAsync(Headings + "1;Anne;Petit;Marie Durant\r\n");

        Assert.Equal(
            "Propriétaire : Utilisateur non présent dans Cadence : « Marie Durant ». Ajoutez d'abord cet utilisateur dans Cadence. Noms proches : Marie Durand <marie@cadence.example>.",
            ImportTexts.French.IssueText(rows[0].Issues[0]));
        Assert.Equal(
            "Owner: User not present in Cadence: \"Marie Durant\". Add this user to Cadence first. Nearest names: Marie Durand <marie@cadence.example>.",
            ImportTexts.English.IssueText(rows[0].Issues[0]));
        Assert.Equal("Utilisateur non présent dans Cadence", ImportTexts.French.IssueTitle(IssueCodes.OwnerUnknown));
    }

    [Fact]
    public async Task Two_users_of_one_name_make_every_row_of_that_owner_an_error_that_names_both()
    {
        using var host = new ImportHost();

        var rows = await host.RowsAsync(Headings + "1;Anne;Petit;Paul Martin\r\n2;Luc;Grand;MARTIN Paul\r\n");

        Assert.All(rows, row => Assert.Equal(RowStatus.Error, row.Status));
        Assert.Equal(
            "Propriétaire : Plusieurs utilisateurs de Cadence portent le nom « Paul Martin » : Paul Martin <paul.martin@cadence.example>, Paul Martin <p.martin@cadence.example>. Décidez lequel est le propriétaire.",
            ImportTexts.French.IssueText(rows[0].Issues[0]));
    }

    [Fact]
    public async Task A_decision_on_a_text_holds_for_all_its_rows_and_for_no_other_spelling()
    {
        using var host = new ImportHost();

        var rows = await host.RowsAsync(
            Headings + "1;Anne;Petit;Paul Martin\r\n2;Luc;Grand; Paul\u00a0 Martin\r\n3;Zoé;Tard;Paul MARTIN\r\n",
            decisions: OwnerDecisions.None.With("Paul Martin", "u4"));

        Assert.Equal([ImportHost.PaulTwo, ImportHost.PaulTwo, null], rows.Select(row => row.Owner));
    }

    [Fact]
    public async Task A_decision_for_a_user_who_is_gone_is_an_error()
    {
        using var host = new ImportHost();

        var rows = await host.RowsAsync(Headings + "1;Anne;Petit;Paul Martin\r\n", decisions: OwnerDecisions.None.With("Paul Martin", "u99"));

        Assert.Equal(IssueCodes.OwnerDecisionStale, Assert.Single(rows[0].Issues).Code);
    }

    [Fact]
    public async Task Each_distinct_owner_is_asked_for_once_and_all_of_them_together()
    {
        var resolver = default(RecordingOwnerResolver);
        var users = new FixedUserProvider(ImportHost.Marie, ImportHost.Helene);
        using var host = new ImportHost(register: services =>
        {
            resolver = new RecordingOwnerResolver(new UserDirectoryOwnerResolver(users));
            services.AddSingleton<IOwnerResolver>(resolver);
        });

        var csv = new StringBuilder(Headings);
        for (var i = 1; i <= 5_000; i++)
        {
            csv.Append(i).Append(";Anne;Petit;").Append(i % 2 == 0 ? "Marie Durand" : "Hélène Brûlé").Append("\r\n");
        }

        var plan = await host.PreviewAsync(ImportHost.Source(csv.ToString()));

        Assert.Equal(new StatusCounts(5_000, 0, 0), plan.Counts);
        Assert.Equal(2, Assert.Single(resolver!.Calls).Length);
        Assert.Equal(1, users.Calls);
    }

    [Fact]
    public async Task Duplicates_in_the_file_found_only_at_the_write__the_preview_tells_that_the_first_row_is_the_lead()
    {
        using var host = new ImportHost();

        var rows = await host.RowsAsync(Headings + "1;Anne;Petit;Marie Durand\r\n1;Anna;Petit;Marie Durand\r\n01;Luc;Grand;Marie Durand\r\n");

        Assert.Equal([RowStatus.Blank, RowStatus.Error, RowStatus.Blank], rows.Select(row => row.Status));
        Assert.Equal(
            "Sellsy id: The contact is already on row 1 of this file. The first row counts; remove this one.",
            ImportTexts.English.IssueText(Assert.Single(rows[1].Issues)));
    }

    [Fact]
    public async Task The_owners_id_decides_among_users_of_one_name_and_a_contradiction_is_an_error()
    {
        using var host = new ImportHost();
        const string headings = "ID Sellsy;Prénom;Propriétaire;ID propriétaire\r\n";

        var rows = await host.RowsAsync(headings + "1;Anne;Marie Durand;71\r\n2;Luc;;71\r\n3;Eve;Hélène Brûlé;71\r\n4;Zoé;;999\r\n5;Max;;x1\r\n6;Leo;;\r\n");

        Assert.Equal(ImportHost.Marie, rows[0].Owner);
        Assert.Equal(ImportHost.Marie, rows[1].Owner);
        Assert.Equal(IssueCodes.OwnerConflict, Assert.Single(rows[2].Issues).Code);
        Assert.Equal(IssueCodes.OwnerUnknown, Assert.Single(rows[3].Issues).Code);
        Assert.Equal(IssueCodes.IdNotDigits, Assert.Single(rows[4].Issues).Code);
        Assert.Equal(IssueCodes.MandatoryBlank, Assert.Single(rows[5].Issues).Code);
    }

    [Fact]
    public async Task A_mandatory_field_without_column_or_constant_stops_the_import_and_every_such_field_is_named()
    {
        using var host = new ImportHost();

        var exception = await Assert.ThrowsAsync<SellsyImportException>(() => host.PreviewAsync(ImportHost.Source("ID Sellsy;Nom\r\n1;Petit\r\n")));

        Assert.Equal(ErrorCodes.MandatoryFieldsNotMapped, exception.Code);
        Assert.Equal(
            "contacts.csv: mandatory fields have neither a column nor a constant: FirstName, Owner. Map a column to each of them or give it a constant.",
            exception.Message);
    }

    [Fact]
    public async Task A_constant_gives_an_owner_to_a_file_of_family_A()
    {
        using var host = new ImportHost();

        var rows = await host.RowsAsync(
            "CONTACT ID;PRENOM CONTACT;NOM CONTACT\r\n1;Anne;Petit\r\n2;Luc;Grand\r\n",
            mapping => mapping.WithConstant(LeadFields.Owner, "helene brule"));

        Assert.All(rows, row => Assert.Equal(ImportHost.Helene, row.Owner));
    }

    [Fact]
    public async Task A_page_of_the_preview_is_sought_and_says_the_same_as_the_whole()
    {
        using var host = new ImportHost();
        var csv = new StringBuilder(Headings);
        for (var i = 1; i <= 2_000; i++)
        {
            csv.Append(i % 700).Append(";Anne;\"Petit\nou Grand\";Marie Durand\r\n");
        }

        var source = ImportHost.Source(csv.ToString());
        var plan = await host.PreviewAsync(source);
        var whole = await host.Importer.ReadPreviewAsync(source, plan, cancellationToken: ImportHost.Cancellation).ToListAsync(ImportHost.Cancellation);
        var page = await host.Importer.ReadPreviewAsync(source, plan, 1_500, ImportHost.Cancellation).Take(50).ToListAsync(ImportHost.Cancellation);

        Assert.Equal(2_000, whole.Count);
        Assert.Equal(Enumerable.Range(1_500, 50).Select(number => (long)number), page.Select(row => row.Number));
        Assert.Equal(whole.Skip(1_499).Take(50).Select(Describe), page.Select(Describe));
        Assert.Equal(new LineRange(3_000, 3_001), page[0].Row.Lines);
    }

    [Fact]
    public async Task A_page_behind_other_headings_says_the_same_as_the_whole()
    {
        using var host = new ImportHost();
        var csv = new StringBuilder(Headings);
        for (var i = 1; i <= 1_500; i++)
        {
            csv.Append(i == 400 ? "CONTACT ID;NOM CONTACT;PRENOM CONTACT;OWNER\r\n" : $"{i};Anne;Petit;Marie Durand\r\n");
        }

        var source = ImportHost.Source(csv.ToString());
        var plan = await host.PreviewAsync(source);
        var whole = await host.Importer.ReadPreviewAsync(source, plan, cancellationToken: ImportHost.Cancellation).ToListAsync(ImportHost.Cancellation);
        var page = await host.Importer.ReadPreviewAsync(source, plan, 1_200, ImportHost.Cancellation).Take(10).ToListAsync(ImportHost.Cancellation);

        Assert.Contains(plan.Issues, issue => issue.Code == IssueCodes.HeadingsChange && issue.Count > 1_000);
        Assert.Equal(whole.Skip(1_199).Take(10).Select(Describe), page.Select(Describe));
    }

    private static string Describe(PreviewRow row) =>
        $"{row.Number} {row.Row.Lines} {row.Row.ByteOffset} {row.Status} {row.Lead?.SellsyContactId} {string.Join(",", row.Issues.Select(issue => issue + string.Join("", issue.Arguments)))}";
}
