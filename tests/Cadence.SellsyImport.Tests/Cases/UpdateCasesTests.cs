using Cadence.SellsyImport.Testing;
using Cadence.SellsyImport.Tests.Importing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Cases;

/// <summary>Files that meet leads which are in Cadence already.</summary>
public sealed class UpdateCasesTests : IDisposable
{
    private readonly InMemoryLedgerSink _sink = new(new FixedTimeProvider(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero)));
    private readonly ImportHost _host;

    public UpdateCasesTests() => _host = new(sink: _sink, users: CaseUsers.All);

    [Fact]
    public async Task What_a_file_does_not_say_is_not_blanked()
    {
        await AddAsync("update-1-all-columns", ExistingLeadPolicy.Overwrite);
        var before = Lead("860001");

        var report = await AddAsync("update-2-displayed-columns", ExistingLeadPolicy.Overwrite);

        Assert.Equal((1, 2), (report.Counts.Added, report.Counts.Updated));
        Assert.Equal(before.Company, Lead("860001").Company);
        Assert.Equal(("91", "73282932000074", "17000", "La Rochelle"), DetailsOf("860001"));
        Assert.Equal(("91", "73282932000074", "17000", "La Rochelle"), DetailsOf("860002"));
        Assert.Equal("Directrice", Lead("860001").JobPosition);
    }

    [Fact]
    public async Task A_later_file_fills_in_the_id_of_the_company()
    {
        await AddAsync("update-2-displayed-columns", ExistingLeadPolicy.FillBlanks);
        Assert.Null(Lead("860001").Company!.SellsyId);

        await AddAsync("update-1-all-columns", ExistingLeadPolicy.FillBlanks);

        Assert.Equal(("91", "73282932000074", "17000", "La Rochelle"), DetailsOf("860001"));
        Assert.Equal("91", Lead("860002").Company!.SellsyId);
        Assert.Equal("Directrice", Lead("860001").JobPosition);
    }

    [Fact]
    public async Task A_text_that_is_no_number_replaces_no_number()
    {
        await AddAsync("phone-merge-1", ExistingLeadPolicy.Overwrite);
        var before = Lead("870011").Phones;

        await AddAsync("phone-merge-2", ExistingLeadPolicy.Overwrite);

        Assert.Equal(["+33612345678", "+33546778800"], before.Select(phone => phone.E164));
        Assert.Equal(before, Lead("870011").Phones);
        Assert.Equal([new LeadValue("Mobile", "pas de portable"), new LeadValue("Fax", "idem")], Lead("870011").UnreadValues);

        await AddAsync("phone-merge-1", ExistingLeadPolicy.Overwrite);
        Assert.Empty(Lead("870011").UnreadValues);
    }

    [Fact]
    public async Task An_unreadable_consent_changes_nothing_and_a_refusal_stays()
    {
        await AddAsync("consent-1", ExistingLeadPolicy.Overwrite);
        var source = CaseFile.Source("consent-2");
        var plan = (await _host.PreviewAsync(source)).WithExistingLeads(ExistingLeadPolicy.Overwrite);

        var rows = await _host.Importer.ReadPreviewAsync(source, plan, cancellationToken: ImportHost.Cancellation).ToListAsync(ImportHost.Cancellation);
        await _host.Importer.AddAsync(source, plan, cancellationToken: ImportHost.Cancellation);

        Assert.Equal(
            [IssueCodes.ConsentInvalid, IssueCodes.AlreadyInCadence, IssueCodes.ConsentStays],
            rows[0].Issues.Select(issue => issue.Code));
        Assert.Equal([IssueCodes.AlreadyInCadence, IssueCodes.RefusalStays], rows[1].Issues.Select(issue => issue.Code));
        Assert.Equal("SmsConsent", rows[1].Issues[^1].Field);
        Assert.Equal((true, true), (Lead("840001").EmailConsent, Lead("840001").SmsConsent));
        Assert.Equal((false, false), (Lead("840002").EmailConsent, Lead("840002").SmsConsent));
    }

    [Theory]
    [InlineData(ExistingLeadPolicy.Skip, true)]
    [InlineData(ExistingLeadPolicy.FillBlanks, true)]
    [InlineData(ExistingLeadPolicy.Overwrite, false)]
    public async Task A_refusal_that_the_policy_does_not_write_is_told(ExistingLeadPolicy policy, bool stays)
    {
        const string Headings = "ID Sellsy;Prénom;Propriétaire;Inscrit campagnes email\r\n";
        await _host.ImportAsync(ImportHost.Source(Headings + "1;Anne;Hélène Aubrac;Y\r\n"));
        var source = ImportHost.Source(Headings + "1;Anne;Hélène Aubrac;N\r\n");
        var plan = (await _host.PreviewAsync(source)).WithExistingLeads(policy);

        var row = Assert.Single(await _host.Importer.ReadPreviewAsync(source, plan, cancellationToken: ImportHost.Cancellation).ToListAsync(ImportHost.Cancellation));
        await _host.Importer.AddAsync(source, plan, cancellationToken: ImportHost.Cancellation);

        Assert.Equal(stays, row.Issues.Any(issue => issue.Code == IssueCodes.ConsentStays));
        Assert.Equal(stays, Lead("1").EmailConsent);
    }

    [Fact]
    public async Task A_refusal_is_counted_also_under_an_inverted_heading()
    {
        var source = CaseFile.Source("domain-optout");

        var plan = await _host.PreviewAsync(source);
        await _host.Importer.AddAsync(source, plan, cancellationToken: ImportHost.Cancellation);

        Assert.Contains(plan.Issues, issue => issue is { Code: IssueCodes.ContactOptedOut, Count: 3 });
        Assert.Equal(
            ["Désinscrit campagnes email", "INSCRIT CAMPAGNES EMAIL", "INSCRIT CAMPAGNES SMS"],
            plan.Causes.Where(cause => cause.Code == IssueCodes.ContactOptedOut).Select(cause => cause.Column).Order(StringComparer.Ordinal));
        Assert.Equal((false, false), (Lead("71").EmailConsent, Lead("71").SmsConsent));
    }

    [Theory]
    [InlineData("Désinscrit campagnes email", "Oui", false)]
    [InlineData("Unsubscribed", "no", true)]
    [InlineData("Inscrit campagnes email", "Oui", true)]
    public async Task Yes_under_a_heading_of_refusals_is_a_refusal(string heading, string cell, bool consent)
    {
        var row = Assert.Single(await _host.RowsAsync($"ID Sellsy;Prénom;Propriétaire;{heading}\n1;A;Hélène Aubrac;{cell}\n"));

        Assert.Equal(consent, row.Lead!.EmailConsent);
        Assert.Equal(consent ? [] : [IssueCodes.ContactOptedOut], row.Issues.Select(issue => issue.Code));
    }

    [Theory]
    [InlineData("Opposition au démarchage", false)]
    [InlineData("Ne pas contacter", false)]
    [InlineData("Ne plus contacter (oui/non)", false)]
    [InlineData("Non abonné", false)]
    [InlineData("Pas d'e-mail", false)]
    [InlineData("Do not email", false)]
    [InlineData("HasOptedOutOfEmail", false)]
    [InlineData("Désabonnées", false)]
    [InlineData("Liste rouge", false)]
    [InlineData("Exclu des campagnes", false)]
    [InlineData("Non désinscrit", true)]
    [InlineData("Pas d'opposition", true)]
    [InlineData("Newsletter (oui/non)", true)]
    [InlineData("Newsletter (non obligatoire)", true)]
    [InlineData("Abonné / Non abonné", true)]
    [InlineData("Abonné ou non", true)]
    [InlineData("Propositions commerciales", true)]
    [InlineData("Offres exclusives", true)]
    public async Task Yes_is_a_refusal_under_a_heading_that_says_so_in_other_words(string heading, bool consent)
    {
        var source = ImportHost.Source($"ID Sellsy;Prénom;Propriétaire;{heading}\n1;A;Hélène Aubrac;oui\n2;B;Hélène Aubrac;non\n");
        var overview = await _host.Importer.OpenAsync(source, ImportHost.Cancellation);
        var mapping = overview.Suggestion.Mapping.WithColumn(LeadFields.EmailConsent, overview.Columns[3]);

        var plan = await _host.Importer.PreviewAsync(source, mapping, cancellationToken: ImportHost.Cancellation);
        await _host.Importer.AddAsync(source, plan, cancellationToken: ImportHost.Cancellation);

        Assert.Equal((consent, !consent), (Lead("1").EmailConsent, Lead("2").EmailConsent));
    }

    [Theory]
    [InlineData("Désinscrit campagnes email")]
    [InlineData("Désabonné")]
    [InlineData("Désabonnement")]
    [InlineData("Désinscription")]
    [InlineData("Opt-out")]
    [InlineData("Unsubscribed")]
    public async Task Two_columns_of_one_consent_that_disagree_are_a_refusal(string heading)
    {
        var row = Assert.Single(await _host.RowsAsync(
            $"ID Sellsy;Prénom;Propriétaire;Inscrit campagnes email;{heading}\n1;A;Hélène Aubrac;Oui;Oui\n"));

        Assert.False(row.Lead!.EmailConsent);
    }

    [Theory]
    [InlineData("oui;12/03/2026")]
    [InlineData("oui;#N/A")]
    [InlineData("?;non")]
    public async Task A_consent_beside_a_column_that_cannot_be_read_is_none(string cells)
    {
        var row = Assert.Single(await _host.RowsAsync($"ID Sellsy;Prénom;Propriétaire;Inscrit campagnes email;Désabonné\n1;A;Hélène Aubrac;{cells}\n"));

        Assert.Null(row.Lead!.EmailConsent);
        Assert.Single(row.Lead.UnreadValues);
    }

    [Fact]
    public async Task A_refusal_beside_a_column_that_cannot_be_read_stands() =>
        Assert.False(Assert.Single(await _host.RowsAsync(
            "ID Sellsy;Prénom;Propriétaire;Inscrit campagnes email;Désabonné\n1;A;Hélène Aubrac;?;oui\n")).Lead!.EmailConsent);

    [Fact]
    public async Task Contacts_of_another_account_look_different_before_anything_is_added()
    {
        await AddAsync("domain-two-accounts-1", ExistingLeadPolicy.Skip);

        var plan = (await _host.PreviewAsync(CaseFile.Source("domain-two-accounts-2"))).WithExistingLeads(ExistingLeadPolicy.Overwrite);
        var same = await _host.PreviewAsync(CaseFile.Source("domain-two-accounts-1"));

        Assert.Equal((IssueCodes.ContactsLookDifferent, "1", "1"), (plan.Findings[0].Code, plan.Findings[0].Arguments[0], plan.Findings[0].Arguments[1]));
        Assert.DoesNotContain(same.Findings, finding => finding.Code == IssueCodes.ContactsLookDifferent);
    }

    [Fact]
    public async Task Under_two_accounts_they_are_two_leads()
    {
        var sink = new InMemoryLeadSink();
        using var host = new ImportHost(sink: sink, users: CaseUsers.All);
        foreach (var (file, account) in new[] { ("domain-two-accounts-1", "Verdier"), ("domain-two-accounts-2", "Quai Neuf") })
        {
            var source = CaseFile.Source(file);
            var mapping = (await host.Importer.OpenAsync(source, ImportHost.Cancellation)).Suggestion.Mapping;
            var plan = await host.Importer.PreviewAsync(source, mapping, new PreviewOptions { SellsyAccount = account }, cancellationToken: ImportHost.Cancellation);
            await host.Importer.AddAsync(source, plan, cancellationToken: ImportHost.Cancellation);
        }

        Assert.Equal([("Verdier", "Fontanel"), ("Quai Neuf", "Berthier")], sink.Leads.Select(entry => (entry.Lead.SellsyAccount, entry.Lead.LastName)));
    }

    [Fact]
    public async Task One_address_under_two_contact_ids_is_a_warning_on_both_rows_and_never_a_key()
    {
        var source = CaseFile.Source("domain-dup-email");
        var plan = await _host.PreviewAsync(source);

        var rows = await _host.Importer.ReadPreviewAsync(source, plan, cancellationToken: ImportHost.Cancellation).ToListAsync(ImportHost.Cancellation);

        Assert.Equal([("Email", 2L), ("Mobile", 2L)], plan.Causes.Select(cause => (cause.Field!, cause.Rows)).Order());
        Assert.All(rows, row => Assert.Equal([(IssueCodes.AddressShared, "Email"), (IssueCodes.AddressShared, "Mobile")], row.Issues.Select(issue => (issue.Code, issue.Field))));
        Assert.Equal((2, 0), (plan.Counts.Blank, plan.Counts.Error));
    }

    [Theory]
    [InlineData(RepeatedContacts.FirstWins)]
    [InlineData(RepeatedContacts.LastWins)]
    [InlineData(RepeatedContacts.Merge)]
    public async Task Rows_of_one_contact_share_no_address(RepeatedContacts repeated)
    {
        using var host = new ImportHost(options => options.RepeatedContacts = repeated, users: CaseUsers.All);
        var plan = await host.PreviewAsync(ImportHost.Source(
            "ID Sellsy;Prénom;Propriétaire;E-mail;Téléphone;Mobile\n1;A;Hélène Aubrac;a@b.example;;\n1;A;Hélène Aubrac;a@b.example;;\n1;A;Hélène Aubrac;A@B.example;;\n"
            + "2;B;Hélène Aubrac;b@b.example;0546778899;\n3;C;Hélène Aubrac;c@b.example;;05 46 77 88 99\n"));

        Assert.Equal(["Mobile", "Phone"], plan.Causes.Where(cause => cause.Code == IssueCodes.AddressShared).Select(cause => cause.Field).Order());
    }

    public void Dispose() => _host.Dispose();

    private Lead Lead(string id) => _sink.Leads.Single(lead => lead.Lead.SellsyContactId == id).Lead;

    private (string?, string?, string?, string?) DetailsOf(string id) =>
        Lead(id).Company is { } company ? (company.SellsyId, company.Siret, company.ZipCode, company.City) : default;

    private async Task<ImportReport> AddAsync(string file, ExistingLeadPolicy policy)
    {
        var source = CaseFile.Source(file);
        var plan = await _host.PreviewAsync(
            source, mapping => mapping.Find(LeadFields.Owner) is null ? mapping.WithConstant(LeadFields.Owner, "Hélène Aubrac") : mapping);
        return await _host.Importer.AddAsync(source, plan.WithExistingLeads(policy), cancellationToken: ImportHost.Cancellation);
    }
}
