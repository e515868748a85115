using Xunit;

namespace Cadence.SellsyImport.Tests.Importing;

public sealed class LeadValuesTests
{
    [Fact]
    public async Task Everything_that_was_mapped_reaches_the_lead()
    {
        using var host = new ImportHost();
        const string csv =
            "CONTACT ID;PRENOM CONTACT;NOM CONTACT;CIVILITE CONTACT;DATE DE CREATION;DATE DE DERNIERE MODIFICATION;FONCTION CONTACT;EMAIL CONTACT;"
            + "TELEPHONE CONTACT;MOBILE CONTACT;FAX CONTACT;WEB CONTACT;ANNIVERSAIRE CONTACT;LINKEDIN CONTACT;SMART TAGS;INSCRIT CAMPAGNES EMAIL;"
            + "INSCRIT CAMPAGNES SMS;CONTACT NOTE;ID SOCIETE SELLSY;TYPE SOCIETE;NOM SOCIETE;EMAIL SOCIETE;TELEPHONE SOCIETE;ADRESSE PARTIE 1;"
            + "ADRESSE PARTIE 2;CODE POSTAL;VILLE;CODE PAYS;SIRET SOCIETE;OWNER\r\n"
            + "42;Zoé;D'Œuvre;Mme;25/04/2026 14:30;2026-05-01 08:00:00;Directrice;zoe@oeuvre.example,zoe2@oeuvre.example;05 46 77 88 99;"
            + "06.12.34.56.78;+33 (0)5 46 77 88 00;www.oeuvre.example;03/04/1968;fr.linkedin.com/in/zoé-d;Salon 2026, vip,VIP;O;N;"
            + "\"<p>Bonjour</p><p>À rappeler</p>\";77;client;Œuvre & Fils;contact@oeuvre.example;0546000000;1 rue du Port;Bâtiment B;01000;La Rochelle;FR;"
            + "73282932000074;Marie Durand\r\n";

        var row = Assert.Single(await host.RowsAsync(csv));

        Assert.Equal((IssueCodes.ContactOptedOut, "SmsConsent"), (Assert.Single(row.Issues).Code, row.Issues[0].Field));
        var lead = row.Lead!;
        Assert.Equal(("42", "Zoé", "D'Œuvre", "Madame", "Directrice"), (lead.SellsyContactId, lead.FirstName, lead.LastName, lead.Civility, lead.JobPosition));
        Assert.Equal(new DateTime(2026, 4, 25, 14, 30, 0), lead.CreatedInSellsy);
        Assert.Equal(new DateTime(2026, 5, 1, 8, 0, 0), lead.ModifiedInSellsy);
        Assert.Equal(new DateOnly(1968, 4, 3), lead.Birthday);
        Assert.Equal([new(EmailType.Primary, "zoe@oeuvre.example"), new LeadEmail(EmailType.Secondary, "zoe2@oeuvre.example")], lead.Emails);
        Assert.Equal(
            [
                new(PhoneType.Phone, "05 46 77 88 99", "+33546778899"),
                new(PhoneType.Mobile, "06.12.34.56.78", "+33612345678"),
                new LeadPhone(PhoneType.Fax, "+33 (0)5 46 77 88 00", "+33546778800"),
            ],
            lead.Phones);
        Assert.Equal(("www.oeuvre.example", "fr.linkedin.com/in/zoé-d", "Bonjour\nÀ rappeler"), (lead.Website, lead.LinkedIn, lead.Note));
        Assert.Equal(["Salon 2026", "vip"], lead.Tags);
        Assert.Equal((true, false), (lead.EmailConsent, lead.SmsConsent));
        var company = lead.Company!;
        Assert.Equal(("77", "Œuvre & Fils", "client", "contact@oeuvre.example"), (company.SellsyId, company.Name, company.Type, company.Email));
        Assert.Equal(new LeadPhone(PhoneType.Phone, "0546000000", "+33546000000"), company.Phone);
        Assert.Equal(["1 rue du Port", "Bâtiment B"], company.AddressLines);
        Assert.Equal(("01000", "La Rochelle", "FR", "73282932000074"), (company.ZipCode, company.City, company.Country, company.Siret));
    }

    [Fact]
    public async Task Object_reused_between_rows__nothing_of_a_row_reaches_the_next()
    {
        using var host = new ImportHost();

        var rows = await host.RowsAsync("ID Sellsy;Prénom;Propriétaire;E-mail;Société;Smart-tags;Note\r\n1;Anne;Marie Durand;anne@a.example;Acme;x;n\r\n2;Luc;Marie Durand;;;;\r\n");

        var second = rows[1].Lead!;
        Assert.Empty(second.Emails);
        Assert.Empty(second.Tags);
        Assert.Null(second.Company);
        Assert.Null(second.Note);
    }

    [Fact]
    public async Task A_value_that_cannot_be_read_is_a_warning_and_is_kept_with_the_lead()
    {
        using var host = new ImportHost();

        var row = Assert.Single(await host.RowsAsync(
            "ID Sellsy;Prénom;Propriétaire;E-mail;Téléphone;Mobile;Anniversaire;Site web;N° SIREN;Inscrit campagnes email\r\n"
            + "1;Anne;Marie Durand;anne@@a;poste 12;3,3546E+10;31/02/1990;pas un site;123456789;peut-être\r\n"));

        Assert.Equal(RowStatus.Blank, row.Status);
        Assert.Equal(
            [
                IssueCodes.EmailInvalid, IssueCodes.PhoneUnrecognised, IssueCodes.DigitsLost, IssueCodes.WebAddressInvalid,
                IssueCodes.DateInvalid, IssueCodes.CompanyNumberInvalid, IssueCodes.ConsentInvalid,
            ],
            row.Issues.Select(issue => issue.Code));
        Assert.All(row.Issues, issue => Assert.Equal(IssueSeverity.Warning, issue.Severity));
        Assert.Equal(
            [
                new("Email", "anne@@a"), new("Mobile", "3,3546E+10"), new("Website", "pas un site"), new("Birthday", "31/02/1990"),
                new("CompanySiren", "123456789"), new LeadValue("EmailConsent", "peut-être"),
            ],
            row.Lead!.UnreadValues);
        Assert.Equal(new LeadPhone(PhoneType.Phone, "poste 12", null), Assert.Single(row.Lead.Phones));
        Assert.Null(row.Lead.EmailConsent);
    }

    [Fact]
    public async Task An_invalid_email_is_an_error_where_the_host_says_so()
    {
        using var host = new ImportHost(options => options.InvalidEmailIsError = true);

        var row = Assert.Single(await host.RowsAsync("ID Sellsy;Prénom;Propriétaire;E-mail\r\n1;Anne;Marie Durand;anne@@a\r\n"));

        Assert.Equal(RowStatus.Error, row.Status);
    }

    [Fact]
    public async Task A_long_text_cut_to_the_columns_size__a_value_too_long_is_an_error_and_lengths_are_counted_as_seen()
    {
        using var host = new ImportHost();
        var fifty = string.Concat(Enumerable.Repeat("👩‍👩‍👧e\u0301", 25));

        var rows = await host.RowsAsync($"ID Sellsy;Prénom;Propriétaire\r\n1;{fifty};Marie Durand\r\n2;{fifty}x;Marie Durand\r\n");

        Assert.Equal(RowStatus.Blank, rows[0].Status);
        Assert.Equal(fifty, rows[0].Lead!.FirstName);
        Assert.Equal("Prénom : Caractères trouvés : 51, acceptés au plus : 50. Raccourcissez la valeur.", ImportTexts.French.IssueText(Assert.Single(rows[1].Issues)));
    }

    [Fact]
    public async Task Invariant_culture_first_then_French_per_cell__the_days_of_one_row_decide_for_the_column()
    {
        using var host = new ImportHost();

        var french = await host.RowsAsync("ID Sellsy;Prénom;Propriétaire;Anniversaire\r\n1;Anne;Marie Durand;03/04/1990\r\n2;Luc;Marie Durand;25/04/1990\r\n");
        var american = await host.RowsAsync("ID Sellsy;Prénom;Propriétaire;Anniversaire\r\n1;Anne;Marie Durand;03/04/1990\r\n2;Luc;Marie Durand;04/25/1990\r\n");

        Assert.Equal(new DateOnly(1990, 4, 3), french[0].Lead!.Birthday);
        Assert.Equal(new DateOnly(1990, 3, 4), american[0].Lead!.Birthday);
        Assert.Equal(new DateOnly(1990, 4, 25), american[1].Lead!.Birthday);
    }

    [Fact]
    public async Task A_column_that_tells_nothing_of_its_order_is_read_day_first_and_says_so()
    {
        using var host = new ImportHost();

        var plan = await host.PreviewAsync(ImportHost.Source("ID Sellsy;Prénom;Propriétaire;Anniversaire\r\n1;Anne;Marie Durand;03/04/1990\r\n2;Luc;Marie Durand;05/06/1990\r\n"));

        var finding = Assert.Single(plan.Findings, finding => finding.Code == IssueCodes.DateOrderAssumed);
        Assert.Equal("Anniversaire : Rien dans la colonne ne distingue le jour du mois (lignes : 2) ; le jour est lu en premier. Si c'est faux, choisissez l'ordre : DateOrders (--date-order).", ImportTexts.French.IssueText(finding));
    }

    [Fact]
    public async Task The_first_company_id_met_is_used_for_every_row_of_a_name()
    {
        using var host = new ImportHost();

        var rows = await host.RowsAsync(
            "ID Sellsy;Prénom;Propriétaire;Société;ID société\r\n1;A;Marie Durand;Acme;\r\n2;B;Marie Durand;ACMÉ;7\r\n3;C;Marie Durand;acme;8\r\n");

        Assert.Equal(["7", "7", "7"], rows.Select(row => row.Lead!.Company!.SellsyId));
        Assert.Empty(rows[0].Issues);
        Assert.Empty(rows[1].Issues);
        Assert.Equal(
            "Société : La même société porte deux identifiants dans le fichier ; le premier rencontré est retenu : 7, et non 8.",
            ImportTexts.French.IssueText(Assert.Single(rows[2].Issues)));
    }

    [Fact]
    public async Task Of_several_companies_or_owners_in_a_cell_the_first_counts()
    {
        using var host = new ImportHost();

        var row = Assert.Single(await host.RowsAsync(
            "ID Sellsy;Prénom;Propriétaire;Société;ID société\r\n1;A;Marie Durand, Hélène Brûlé;\"Acme, Globex\";\"7,8\"\r\n"));

        Assert.Equal(ImportHost.Marie, row.Owner);
        Assert.Equal(("Acme", "7"), (row.Lead!.Company!.Name, row.Lead.Company.SellsyId));
        Assert.Equal([IssueCodes.SeveralOwners, IssueCodes.SeveralCompanies], row.Issues.Select(issue => issue.Code));
    }

    [Theory]
    [InlineData("Acme;\"7,8\"", "Marie Durand;71", IssueCodes.SeveralCompanies, "ID société", "7")]
    [InlineData(";7|8", "Marie Durand;71", IssueCodes.SeveralCompanies, "ID société", "7")]
    [InlineData("Acme;7", "Marie Durand;71|72", IssueCodes.SeveralOwners, "ID propriétaire", "71")]
    [InlineData("Acme;7", ";71|72", IssueCodes.SeveralOwners, "ID propriétaire", "71")]
    public async Task Several_ids_beside_one_name_are_told_too(string company, string owner, string code, string column, string first)
    {
        using var host = new ImportHost();
        var csv = $"ID Sellsy;Prénom;Société;ID société;Propriétaire;ID propriétaire\r\n1;A;{company};{owner}\r\n";

        var plan = await host.PreviewAsync(ImportHost.Source(csv));
        var row = Assert.Single(await host.RowsAsync(csv));

        Assert.Equal(ImportHost.Marie, row.Owner);
        var issue = Assert.Single(row.Issues, issue => issue.Code == code);
        Assert.Equal((column, first), (issue.Column, Assert.Single(issue.Arguments)));
        Assert.Equal(1, Assert.Single(plan.Issues, count => count.Code == code).Count);
        Assert.NotEmpty(row.Lead!.UnreadValues);
    }

    [Theory]
    [InlineData("'a@b.example'", "a@b.example")]
    [InlineData("’a@b.example’", "a@b.example")]
    [InlineData("'a@b.example', 'c@b.example'", "a@b.example c@b.example")]
    [InlineData("'a@b.example, c@b.example", "a@b.example c@b.example")]
    [InlineData("a@b.example, 'c@b.example'", "a@b.example c@b.example")]
    public async Task Apostrophes_around_an_address_are_no_part_of_it(string cell, string addresses)
    {
        using var host = new ImportHost();

        var row = Assert.Single(await host.RowsAsync($"ID Sellsy;Prénom;Propriétaire;E-mail\r\n1;A;Marie Durand;{cell}\r\n"));

        Assert.Equal(addresses, string.Join(' ', row.Lead!.Emails.Select(email => email.Address)));
        Assert.Empty(row.Issues);
    }

    [Fact]
    public async Task Apostrophes_around_a_value_are_no_part_of_it()
    {
        using var host = new ImportHost();

        var row = Assert.Single(await host.RowsAsync(
            "ID Sellsy;Prénom;Propriétaire;LinkedIN;Téléphone;Code postal\r\n'1';A;Marie Durand;'linkedin.com/in/x';'01 23 45 67 89';'06400'\r\n"));

        Assert.Equal(("1", "linkedin.com/in/x", "06400"), (row.Lead!.SellsyContactId, row.Lead.LinkedIn, row.Lead.Company!.ZipCode));
        Assert.Equal("+33123456789", Assert.Single(row.Lead.Phones).E164);
        Assert.Empty(row.Issues);
    }

    [Theory]
    [InlineData("1,2E+10")]
    [InlineData("7,1E+10")]
    [InlineData("7.1E+10")]
    public async Task An_id_that_a_spreadsheet_damaged_is_told_and_never_cut_at_its_comma(string damaged)
    {
        using var host = new ImportHost();

        var rows = await host.RowsAsync(
            "ID Sellsy;Prénom;ID propriétaire;Société;ID société\r\n"
            + $"1;A;{damaged};Acme;7\r\n2;B;71;Acme;{damaged}\r\n3;C;71;Globex;{damaged}\r\n");

        Assert.Equal((IssueCodes.DigitsLost, IssueSeverity.Error), (Assert.Single(rows[0].Issues).Code, rows[0].Issues[0].Severity));
        Assert.Equal((IssueCodes.DigitsLost, IssueSeverity.Warning), (Assert.Single(rows[1].Issues).Code, rows[1].Issues[0].Severity));
        Assert.Equal(["7", null], rows.Skip(1).Select(row => row.Lead!.Company!.SellsyId));
        Assert.Contains(new LeadValue("CompanySellsyId", damaged), rows[2].Lead!.UnreadValues);
    }

    [Fact]
    public async Task What_a_cell_lists_behind_the_first_owner_or_company_is_kept_with_the_lead()
    {
        using var host = new ImportHost();

        var row = Assert.Single(await host.RowsAsync(
            "ID Sellsy;Prénom;Propriétaire;Société;ID société\r\n1;A;Marie Durand, Paul Martin;Acme | Globex;7,8\r\n"));

        Assert.Equal(
            [new("Owner", "Marie Durand, Paul Martin"), new("CompanySellsyId", "7,8"), new LeadValue("Company", "Acme | Globex")],
            row.Lead!.UnreadValues);
    }

    [Fact]
    public async Task A_company_name_with_a_comma_is_not_cut_where_the_id_column_or_another_row_shows_that_it_is_one()
    {
        using var host = new ImportHost();

        var rows = await host.RowsAsync(
            "ID Sellsy;Prénom;Propriétaire;Société;ID société\r\n"
            + "1;A;Marie Durand;\"Dupont, Martin & Fils\";\r\n"
            + "2;B;Marie Durand;\"Dupont, Martin & Fils\";55\r\n"
            + "3;C;Marie Durand;\"Acme, Globex\";\r\n"
            + "4;D;Marie Durand;Acme;\r\n"
            + "5;E;Marie Durand;\"Acme | Globex\";\r\n");

        Assert.Equal(
            ["Dupont, Martin & Fils", "Dupont, Martin & Fils", "Acme", "Acme", "Acme"],
            rows.Select(row => row.Lead!.Company!.Name));
        Assert.Equal(["55", "55", null, null, null], rows.Select(row => row.Lead!.Company!.SellsyId));
    }

    [Fact]
    public async Task A_hosts_own_field_and_the_columns_that_are_not_mapped_are_kept_where_it_asks()
    {
        using var host = new ImportHost(options =>
        {
            options.KeepUnmappedColumns = true;
            options.Fields.Add(new LeadField("Score", LeadFieldKind.Text) { IsMandatory = true, MaxLength = 3, Aliases = ["score client"] });
            options.Fields.Change("LastName", field => field with { IsMandatory = true });
        });

        var rows = await host.RowsAsync(
            "ID Sellsy;Prénom;Nom;Propriétaire;Score client;Couleur;Couleur\r\n1;Anne;Petit;Marie Durand;A+;bleu;vert\r\n2;Luc;;Marie Durand;;;\r\n3;Max;Long;Marie Durand;ABCD;;\r\n");

        Assert.Equal(new LeadValue("Score", "A+"), Assert.Single(rows[0].Lead!.CustomValues));
        Assert.Equal([new("Couleur", "bleu"), new LeadValue("Couleur", "vert")], rows[0].Lead!.UnmappedValues);
        Assert.Equal(["LastName", "Score"], rows[1].Issues.Select(issue => issue.Field));
        Assert.Equal(IssueCodes.ValueTooLong, Assert.Single(rows[2].Issues).Code);
    }
}
