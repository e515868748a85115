using Cadence.SellsyImport.Tests.Importing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Cases;

/// <summary>What spreadsheets and web pages leave in texts.</summary>
public sealed class SpreadsheetTextTests
{
    [Fact]
    public async Task Html_entities_are_decoded_in_every_text_and_their_semicolon_never_separates()
    {
        var rows = await RowsAsync(
            """
            ID Sellsy;Prénom;Nom;Propriétaire;Société;Smart-tags;Ville
            740011;"Agn&egrave;s";Petit;Hélène Aubrac;"Caf&eacute; &amp; Cie";"R&eacute;seau, B&amp;B";"N&icirc;mes"
            740012;Paul;Guérin;Hélène Aubrac;"L&#39;Atelier";;"Saint-L&ocirc;"
            """);

        Assert.All(rows, row => Assert.Empty(row.Issues));
        Assert.Equal(["Agnès", "Paul"], rows.Select(row => row.Lead!.FirstName));
        Assert.Equal(["Café & Cie", "L'Atelier"], rows.Select(row => row.Lead!.Company!.Name));
        Assert.Equal(["Nîmes", "Saint-Lô"], rows.Select(row => row.Lead!.Company!.City));
        Assert.Equal(["Réseau", "B&B"], rows[0].Lead!.Tags);
    }

    [Theory]
    [InlineData("&lt;b&gt; &#x27;&#233;&#146;&apos;&quot;", "<b> 'é’'\"")]
    [InlineData("Kova&ccaron;i&cacute;&comma; Ltd&period;", "Kovačić, Ltd.")]
    [InlineData("Caf&amp;eacute;", "Café")]
    [InlineData("Dupont & Fils", "Dupont & Fils")]
    [InlineData("AT&T", "AT&T")]
    [InlineData("R&D &foo &#0 &", "R&D &foo &#0 &")]
    [InlineData("&nbsp;Phare&nbsp;", "Phare")]
    [InlineData("&#0;Phare&#x1F;&#129;", "Phare")]
    [InlineData("a&#8203;b&#8239;c", "a\u200Bb\u202Fc")]
    public async Task Only_whole_references_are_decoded(string cell, string expected)
    {
        var row = Assert.Single(await RowsAsync($"ID Sellsy;Prénom;Propriétaire;Ville\n1;A;Hélène Aubrac;\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n"));

        Assert.Equal(expected, row.Lead!.Company!.City);
    }

    [Theory]
    [InlineData("&#xD800;")]
    [InlineData("&#x110000;")]
    [InlineData("&#;")]
    [InlineData("&;")]
    [InlineData("&inconnu;")]
    public async Task A_reference_to_no_character_is_text(string cell)
    {
        var row = Assert.Single(await RowsAsync($"ID Sellsy;Prénom;Propriétaire;Ville\n1;A;Hélène Aubrac;\"{cell}\"\n"));

        Assert.Equal(cell, row.Lead!.Company!.City);
    }

    [Fact]
    public async Task Entities_are_decoded_in_owners_emails_dates_ids_and_mandatory_fields()
    {
        var rows = await RowsAsync(
            """
            ID Sellsy;Prénom;Propriétaire;E-mail;Anniversaire;Site web
            "&#49;";A;"H&eacute;l&egrave;ne Aubrac";"a&#64;a.example&nbsp;";"25&#47;12&#47;1990";"a.example/?b=1&amp;c=2"
            2;"&nbsp;";"H&eacute;l&egrave;ne Aubrac";;;
            """);

        Assert.Empty(rows[0].Issues);
        Assert.Equal(("1", "1", "a@a.example"), (rows[0].Lead!.SellsyContactId, rows[0].Owner!.Id, rows[0].Lead!.Emails[0].Address));
        Assert.Equal((new DateOnly(1990, 12, 25), "a.example/?b=1&c=2"), (rows[0].Lead!.Birthday, rows[0].Lead!.Website));
        Assert.Equal((IssueCodes.MandatoryBlank, "FirstName"), (Assert.Single(rows[1].Issues).Code, rows[1].Issues[0].Field));
    }

    [Fact]
    public async Task Damage_of_a_spreadsheet_in_text_fields_is_reported_and_what_lost_nothing_is_read()
    {
        var rows = await RowsAsync(
            """
            ID Sellsy;Prénom;Nom;Propriétaire;Société;Adresse;Code postal;Ville;Pays
            890001;Lucie;Brémont;Hélène Aubrac;Phare;1 rue du Port;1000;Bourg-en-Bresse;France
            890002;Marc;Ollivier;Hélène Aubrac;Olli;2 rue Haute;6400;Cannes;France
            890003;Nadia;Ferrand;Hélène Aubrac;Ferrand;3 place Verte;75008.0;Paris;France
            890004;Guy;Peeters;Hélène Aubrac;Peeters;4 Grand-Place;1000;Bruxelles;Belgique
            890005;Eva;Roux;Hélène Aubrac;Roux;5 rue Basse;7,5008E+04;Paris;France
            """);

        Assert.All(rows, row => Assert.Equal(RowStatus.Blank, row.Status));
        Assert.Equal(["1000", "6400", "75008", "1000", null], rows.Select(row => row.Lead!.Company!.ZipCode));
        Assert.Equal(
            [IssueCodes.LeadingZeroMissing, IssueCodes.LeadingZeroMissing, null, null, IssueCodes.DigitsLost],
            rows.Select(row => row.Issues.SingleOrDefault()?.Code));
        Assert.Equal(new LeadValue("CompanyZipCode", "7,5008E+04"), Assert.Single(rows[4].Lead!.UnreadValues));
    }

    [Theory]
    [InlineData("Prénom", "FirstName")]
    [InlineData("Nom", "LastName")]
    [InlineData("Société", "Company")]
    [InlineData("Ville", "CompanyCity")]
    [InlineData("Adresse", "CompanyAddress")]
    [InlineData("Smart-tags", "Tags")]
    [InlineData("Fonction", "JobPosition")]
    public async Task An_exponent_is_no_text_of_any_field_and_a_mandatory_field_is_then_blank(string heading, string field)
    {
        using var host = new ImportHost(options => options.Fields.Change(field, known => known with { IsMandatory = true }), users: CaseUsers.All);
        var others = heading == "Prénom" ? "" : "Prénom;";

        var row = Assert.Single(await host.RowsAsync($"ID Sellsy;{others}Propriétaire;{heading}\n1;{(others.Length > 0 ? "A;" : "")}Hélène Aubrac;\"1,234E+08\"\n"));

        Assert.Equal([IssueCodes.DigitsLost, IssueCodes.MandatoryBlank], row.Issues.Select(issue => issue.Code));
        Assert.All(row.Issues, issue => Assert.Equal(field, issue.Field));
        Assert.Equal(RowStatus.Error, row.Status);
    }

    [Theory]
    [InlineData("ID Sellsy", "740011.0", "740011")]
    [InlineData("ID Sellsy", "740011,00", "740011")]
    [InlineData("ID société", "77.0", "77")]
    [InlineData("N° SIREN", "552100554.0", "552100554")]
    [InlineData("SIRET", "13002526500013.0", "13002526500013")]
    [InlineData("Effectif", "50,0", "50")]
    [InlineData("Effectif", "1.000", "1.000")]
    [InlineData("Code postal", "75008,0", "75008")]
    [InlineData("Nom", "42.0", "42.0")]
    [InlineData("Téléphone", "546778899.0", "+33546778899")]
    public async Task Decimals_of_a_whole_number_go_where_a_number_is_a_code(string heading, string cell, string expected)
    {
        var id = heading == "ID Sellsy" ? "" : "ID Sellsy;";
        var row = Assert.Single(await RowsAsync($"{id}Prénom;Propriétaire;{heading}\n{(id.Length > 0 ? "1;" : "")}A;Hélène Aubrac;\"{cell}\"\n"));

        var lead = row.Lead!;
        var company = lead.Company;
        Assert.Empty(row.Issues);
        string?[] values =
            [lead.SellsyContactId, lead.LastName, company?.SellsyId, company?.Siren, company?.Siret, company?.Size, company?.ZipCode, lead.Phones.FirstOrDefault()?.E164];
        Assert.Contains(expected, values);
    }

    [Fact]
    public async Task Digits_that_a_number_may_have_rounded_are_no_id()
    {
        var row = Assert.Single(await RowsAsync("ID Sellsy;Prénom;Propriétaire\n12345678901234567.0;A;Hélène Aubrac\n"));

        Assert.Equal(IssueCodes.IdNotDigits, Assert.Single(row.Issues).Code);
    }

    [Theory]
    [InlineData("1000", "", true)]
    [InlineData("1000", "FR", true)]
    [InlineData("1000", "FRANCE", true)]
    [InlineData("1000.0", "France", true)]
    [InlineData("1000", "Suisse", false)]
    [InlineData("01000", "France", false)]
    [InlineData("L-1000", "France", false)]
    public async Task A_postal_code_of_four_digits_in_France_may_lack_its_zero(string code, string country, bool isReported)
    {
        var row = Assert.Single(await RowsAsync($"ID Sellsy;Prénom;Propriétaire;Code postal;Pays\n1;A;Hélène Aubrac;{code};{country}\n"));

        Assert.Equal(isReported ? [IssueCodes.LeadingZeroMissing] : [], row.Issues.Select(issue => issue.Code));
    }

    [Fact]
    public async Task A_postal_code_without_country_is_taken_for_one_of_the_host()
    {
        using var host = new ImportHost(options => options.DefaultCallingCode = 32, users: CaseUsers.All);

        Assert.Empty(Assert.Single(await host.RowsAsync("ID Sellsy;Prénom;Propriétaire;Code postal\n1;A;Hélène Aubrac;1000\n")).Issues);
    }

    [Theory]
    [InlineData("#N/A")]
    [InlineData("#REF!")]
    [InlineData("#VALUE!")]
    [InlineData("#VALEUR!")]
    [InlineData("#VALEUR !")]
    [InlineData("#NAME?")]
    [InlineData("#NOM?")]
    [InlineData("#NOM\u00A0?")]
    [InlineData("#DIV/0!")]
    [InlineData("#NUM!")]
    [InlineData("#NOMBRE!")]
    [InlineData("#NULL!")]
    [InlineData("#NUL!")]
    [InlineData("#SPILL!")]
    [InlineData("#PROPAGATION!")]
    [InlineData("#CALC!")]
    [InlineData("#GETTING_DATA")]
    [InlineData("#ERREUR!")]
    [InlineData("#n/a")]
    [InlineData("Err:502")]
    [InlineData("########")]
    [InlineData("##")]
    public async Task An_error_of_a_spreadsheet_is_no_value_of_any_field_and_is_reported(string error)
    {
        const string headings = "Nom;Civilité;Fonction;E-mail;Téléphone;Site web;Note;Anniversaire;Smart-tags;ID société;Société;Code postal;N° SIREN;Inscrit campagnes email";
        var fields = headings.Split(';').Length;

        var row = Assert.Single(await RowsAsync($"ID Sellsy;Prénom;Propriétaire;{headings}\n1;A;Hélène Aubrac{string.Concat(Enumerable.Repeat(";" + error, fields))}\n"));

        var lead = row.Lead!;
        Assert.Equal(RowStatus.Blank, row.Status);
        Assert.Equal(fields, row.Issues.Length);
        Assert.All(row.Issues, issue => Assert.Equal((IssueCodes.SpreadsheetError, IssueSeverity.Warning, error), (issue.Code, issue.Severity, issue.Arguments[0])));
        Assert.Equal((null, null, null, null, null), (lead.LastName, lead.Civility, lead.JobPosition, lead.Website, lead.Note));
        Assert.Equal((0, 0, 0, null, null), (lead.Emails.Length, lead.Phones.Length, lead.Tags.Length, lead.Company, lead.Birthday));
        Assert.Equal(fields, lead.UnreadValues.Length);
    }

    [Theory]
    [InlineData("#N/A;A;Hélène Aubrac", "SellsyContactId")]
    [InlineData("1;#NOM?;Hélène Aubrac", "FirstName")]
    [InlineData("1;A;########", "Owner")]
    public async Task A_mandatory_field_that_holds_an_error_of_a_spreadsheet_is_blank(string cells, string field)
    {
        var row = Assert.Single(await RowsAsync($"ID Sellsy;Prénom;Propriétaire\n{cells}\n"));

        Assert.Equal(RowStatus.Error, row.Status);
        Assert.Equal(
            [(IssueCodes.SpreadsheetError, IssueSeverity.Warning, field), (IssueCodes.MandatoryBlank, IssueSeverity.Error, field)],
            row.Issues.Select(issue => (issue.Code, issue.Severity, issue.Field!)));
    }

    [Fact]
    public async Task A_mandatory_field_of_the_host_that_holds_an_error_of_a_spreadsheet_is_blank()
    {
        using var host = new ImportHost(options => options.Fields.Add(new("Score", LeadFieldKind.Text) { IsMandatory = true }), users: CaseUsers.All);

        var rows = await host.RowsAsync("ID Sellsy;Prénom;Propriétaire;Score\n1;A;Hélène Aubrac;#REF!\n2;B;Hélène Aubrac;\"=\"\"A\"\"\"\n");

        Assert.Equal([IssueCodes.SpreadsheetError, IssueCodes.MandatoryBlank], rows[0].Issues.Select(issue => issue.Code));
        Assert.Equal(new LeadValue("Score", "A"), Assert.Single(rows[1].Lead!.CustomValues));
    }

    [Fact]
    public async Task An_error_of_a_spreadsheet_in_a_list_is_no_value_of_it_and_is_reported()
    {
        var rows = await RowsAsync(
            """
            ID Sellsy;Prénom;Propriétaire;Société;Smart-tags
            1;A;"#N/A, Hélène Aubrac";"#N/A, Acme";"vip, #REF!"
            2;B;Hélène Aubrac;"#N/A | #REF!";"#NOM?;##"
            """);

        Assert.Equal(("1", "Acme"), (rows[0].Owner!.Id, rows[0].Lead!.Company!.Name));
        Assert.Equal(["vip"], rows[0].Lead!.Tags);
        Assert.Equal(["Owner", "Tags", "Company"], rows[0].Issues.Select(issue => issue.Field));
        Assert.Null(rows[1].Lead!.Company);
        Assert.Empty(rows[1].Lead!.Tags);
        Assert.Equal(["Tags", "Company"], rows[1].Issues.Select(issue => issue.Field));
        Assert.All(rows.SelectMany(row => row.Issues), issue => Assert.Equal(IssueCodes.SpreadsheetError, issue.Code));
    }

    [Theory]
    [InlineData("#1 Conseil")]
    [InlineData("#")]
    [InlineData("C#")]
    [InlineData("Erratum")]
    [InlineData("#N/A Conseil")]
    public async Task A_name_with_such_signs_is_a_name(string name)
    {
        var row = Assert.Single(await RowsAsync($"ID Sellsy;Prénom;Propriétaire;Société\n1;A;Hélène Aubrac;{name}\n"));

        Assert.Empty(row.Issues);
        Assert.Equal(name, row.Lead!.Company!.Name);
    }

    [Fact]
    public async Task A_text_as_a_formula_is_the_text_and_an_apostrophe_goes_from_codes_and_not_from_names()
    {
        var rows = await RowsAsync(
            """"
            ID Sellsy;Prénom;Nom;E-mail;Téléphone;Code postal;Ville;Propriétaire;Société
            660001;Lucie;Brémont;lucie@bremont.example;"=""0546778899""";"=""01000""";Bourg;Hélène Aubrac;"=""Phare & Co"""
            660002;Marc;Ollivier;marc@ollivier.example;'+33546778890;'06400;Cannes;'Hélène Aubrac;'Phare & Co
            '660003;'Marc;'Ollivier;'marc@ollivier.example;'+33546778890;'06400;'Cannes;Hélène Aubrac;'Phare & Co
            """");

        Assert.Empty(rows[0].Issues);
        Assert.Equal(("Phare & Co", "01000"), (rows[0].Lead!.Company!.Name, rows[0].Lead!.Company!.ZipCode));
        Assert.Equal(new LeadPhone(PhoneType.Phone, "0546778899", "+33546778899"), Assert.Single(rows[0].Lead!.Phones));
        Assert.Equal([IssueCodes.OwnerUnknown, IssueCodes.AddressShared, IssueCodes.AddressShared], rows[1].Issues.Select(issue => issue.Code));
        Assert.Equal("06400", rows[1].Lead!.Company!.ZipCode);
        var third = rows[2].Lead!;
        Assert.All(rows[2].Issues, issue => Assert.Equal(IssueCodes.AddressShared, issue.Code));
        Assert.Equal(("660003", "'Marc", "'Ollivier", "marc@ollivier.example"), (third.SellsyContactId, third.FirstName, third.LastName, third.Emails[0].Address));
        Assert.Equal(("'Phare & Co", "06400", "'Cannes"), (third.Company!.Name, third.Company.ZipCode, third.Company.City));
        Assert.Equal(new LeadPhone(PhoneType.Phone, "+33546778890", "+33546778890"), Assert.Single(third.Phones));
    }

    [Fact]
    public async Task A_text_as_a_formula_may_stand_without_quotes_of_the_file()
    {
        const string csv =
            """"
            ID Sellsy;Prénom;Nom;Code postal;Anniversaire;Propriétaire;Société
            ="660001";="Lucie";Brémont;="01000";="03/04/1990";="Hélène Aubrac";="Phare"
            660002;Marc;="Ollivier";01000;="";Hélène Aubrac;="Le ""Phare"""
            660003;Marc;x="Ollivier";01000;;Hélène Aubrac;Phare
            660004;Marc;Ollivier;01000;;Hélène Aubrac;="Phare; Port"
            660005;Marc;"Ollivier";="06400";;Hélène Aubrac;"Phare"
            """";

        var rows = await RowsAsync(csv);

        Assert.Equal([RowStatus.Blank, RowStatus.Blank, RowStatus.Error, RowStatus.Error, RowStatus.Blank], rows.Select(row => row.Status));
        var first = rows[0].Lead!;
        Assert.Equal(("660001", "Lucie", "01000", "Phare"), (first.SellsyContactId, first.FirstName, first.Company!.ZipCode, first.Company.Name));
        Assert.Equal(new DateOnly(1990, 4, 3), first.Birthday);
        Assert.Equal(("Ollivier", "Le \"Phare\""), (rows[1].Lead!.LastName, rows[1].Lead!.Company!.Name));
        Assert.Equal([IssueCodes.StrayQuote], rows[2].Issues.Select(issue => issue.Code));
        Assert.Equal("06400", rows[4].Lead!.Company!.ZipCode);
    }

    [Fact]
    public async Task A_rejected_row_with_a_text_as_a_formula_is_read_again()
    {
        using var host = new ImportHost(users: CaseUsers.All);
        var source = ImportHost.Source("ID Sellsy;Prénom;Code postal;Propriétaire\n1;A;=\"01000\";Nobody Here\n2;B;\"=\"\"06400\"\"\";Nobody Here\n");
        var report = await host.ImportAsync(source);
        using var rejected = new MemoryStream();
        await host.Importer.WriteRejectedRowsAsync(source, report, rejected, ImportTexts.English, ImportHost.Cancellation);

        var rows = await host.RowsAsync(System.Text.Encoding.UTF8.GetString(rejected.ToArray()).Replace("Nobody Here", "Hélène Aubrac", StringComparison.Ordinal));

        Assert.Equal(["01000", "06400"], rows.Select(row => row.Lead!.Company!.ZipCode));
        Assert.All(rows, row => Assert.Equal(RowStatus.Blank, row.Status));
    }

    [Fact]
    public async Task Columns_of_texts_as_formulas_are_mapped()
    {
        using var host = new ImportHost(users: CaseUsers.All);
        var cells = string.Concat(Enumerable.Range(1, 5).Select(row => $"=\"{row}\";A;Hélène Aubrac;=\"054677889{row}\"\n"));

        var overview = await host.Importer.OpenAsync(ImportHost.Source($"ID Sellsy;Prénom;Propriétaire;Téléphone\n{cells}"), ImportHost.Cancellation);

        Assert.Equal(4, overview.Suggestion.Mapping.Assignments.Length);
        Assert.Empty(overview.Suggestion.Findings);
    }

    [Fact]
    public async Task A_detail_of_the_company_never_costs_the_contact()
    {
        var rows = await RowsAsync(
            """
            ID Sellsy;Prénom;Nom;Propriétaire;Société;Code postal;Ville
            1;A;B;Hélène Aubrac;Acme;75001 CEDEX 01;Paris
            2;A;B;Hélène Aubrac;Beta;7,5001E+4;Paris
            3;A;B;Hélène Aubrac;Gamma;'01000;Bourg
            """);

        Assert.All(rows, row => Assert.Equal(RowStatus.Blank, row.Status));
        Assert.Equal([null, null, "01000"], rows.Select(row => row.Lead!.Company!.ZipCode));
        Assert.Equal(["Acme", "Beta", "Gamma"], rows.Select(row => row.Lead!.Company!.Name));
        Assert.Equal((IssueCodes.ValueTooLong, IssueSeverity.Warning), (Assert.Single(rows[0].Issues).Code, rows[0].Issues[0].Severity));
        Assert.Equal(["14", "10"], rows[0].Issues[0].Arguments);
        Assert.Equal(new LeadValue("CompanyZipCode", "75001 CEDEX 01"), Assert.Single(rows[0].Lead!.UnreadValues));
        Assert.Equal(IssueCodes.DigitsLost, Assert.Single(rows[1].Issues).Code);
    }

    [Theory]
    [InlineData("Société", 201, false)]
    [InlineData("Société", 201, true)]
    [InlineData("ID société", 21, false)]
    [InlineData("Effectif", 26, false)]
    [InlineData("Ville", 101, false)]
    [InlineData("Pays", 101, true)]
    [InlineData("Adresse", 201, false)]
    public async Task A_field_of_the_company_that_is_too_long_is_an_error_only_where_the_host_wants_it_on_every_row(string heading, int length, bool isMandatory)
    {
        var field = Assert.Single(LeadFields.All, known => known.Aliases.Contains(Cadence.SellsyImport.Text.TextFolding.Heading(heading)));
        using var host = new ImportHost(options => options.Fields.Change(field.Name, known => known with { IsMandatory = isMandatory }), users: CaseUsers.All);
        var value = new string('7', length);

        var row = Assert.Single(await host.RowsAsync($"ID Sellsy;Prénom;Propriétaire;{heading}\n1;A;Hélène Aubrac;{value}\n", mapping => mapping));

        Assert.Equal(isMandatory ? RowStatus.Error : RowStatus.Blank, row.Status);
        Assert.Equal(IssueCodes.ValueTooLong, Assert.Single(row.Issues).Code);
        Assert.Equal(isMandatory ? [] : [new LeadValue(field.Name, value)], row.Lead!.UnreadValues);
    }

    private static async Task<List<PreviewRow>> RowsAsync(string csv)
    {
        using var host = new ImportHost(users: CaseUsers.All);
        return await host.RowsAsync(csv);
    }
}
