using Cadence.SellsyImport.Tests.Importing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Cases;

/// <summary>Several columns that feed one list.</summary>
public sealed class ListColumnTests
{
    private const string TwoOfEach =
        """
        ID Sellsy;Nom;Prénom;Nom de famille;E-mail;E-mail;Téléphone;Téléphone;Propriétaire;Société
        770001;Lucie Brémont;Lucie;Brémont;lucie@bremont.example;l.perso@bremont.example;0546778899;0612345678;Hélène Aubrac;Phare
        770002;Marc Ollivier;Marc;Ollivier;marc@ollivier.example;;0546778890;;Hélène Aubrac;Phare
        770003;Nadia Ferrand;Nadia;Ferrand;;n.perso@ferrand.example;;0612345679;Hélène Aubrac;Phare
        """;

    [Fact]
    public async Task The_last_name_is_the_family_name_and_the_second_columns_feed_the_lists_too()
    {
        using var host = new ImportHost(users: CaseUsers.All);

        var rows = await host.RowsAsync(TwoOfEach);

        Assert.All(rows, row => Assert.Empty(row.Issues));
        Assert.Equal(["Brémont", "Ollivier", "Ferrand"], rows.Select(row => row.Lead!.LastName));
        Assert.Equal(
            [new(EmailType.Primary, "lucie@bremont.example"), new LeadEmail(EmailType.Secondary, "l.perso@bremont.example")],
            rows[0].Lead!.Emails);
        Assert.Equal(["+33546778899", "+33612345678"], rows[0].Lead!.Phones.Select(phone => phone.E164));
        Assert.Equal(new LeadEmail(EmailType.Primary, "n.perso@ferrand.example"), Assert.Single(rows[2].Lead!.Emails));
        Assert.Equal("+33612345679", Assert.Single(rows[2].Lead!.Phones).E164);
    }

    [Fact]
    public async Task The_suggestion_names_both_columns_and_a_profile_keeps_them()
    {
        using var host = new ImportHost(users: CaseUsers.All);
        var overview = await host.Importer.OpenAsync(ImportHost.Source(TwoOfEach), ImportHost.Cancellation);
        var mapping = overview.Suggestion.Mapping;

        Assert.Equal([4, 5], mapping.Assignments.Where(assignment => assignment.Field == LeadFields.Email).Select(assignment => assignment.Column!.Index));
        Assert.Equal(["LastName"], overview.Suggestion.Findings.Select(finding => finding.Field));
        var profile = ImportProfile.From(mapping, columns: overview.Columns);
        Assert.Contains(
            """
                "Email": {
                  "column": "E-mail",
                  "occurrence": 1,
                  "further": [
                    {
                      "column": "E-mail",
                      "occurrence": 2
                    }
                  ]
                },
            """.ReplaceLineEndings("\n"),
            profile.ToJson(),
            StringComparison.Ordinal);
        var read = ImportProfile.Parse(profile.ToJson(), "p.json");
        Assert.Equal(profile, read);
        Assert.Equal(mapping.Hash, read.ApplyTo("contacts.csv", overview.Columns, []).Hash);
    }

    [Theory]
    [InlineData("E-mail", "E-mail 2", "Email")]
    [InlineData("E-mail", "E-mail secondaire", "Email")]
    [InlineData("E-mail", "Courriel", "Email")]
    [InlineData("Téléphone", "Téléphone 2", "Phone")]
    [InlineData("Téléphone", "Tél. 2", "Phone")]
    [InlineData("Mobile", "Mobile 2", "Mobile")]
    [InlineData("Fax", "Fax 2", "Fax")]
    [InlineData("Tags", "Smart-tags", "Tags")]
    public async Task Other_names_of_a_second_column_are_proposed_and_not_applied(string first, string second, string field)
    {
        using var host = new ImportHost(users: CaseUsers.All);
        var value = field == "Email" ? "a@a.example" : field == "Tags" ? "vip" : "0546778899";

        var suggestion = (await host.Importer.OpenAsync(
            ImportHost.Source($"ID Sellsy;Prénom;Propriétaire;{first};{second}\n1;A;Hélène Aubrac;{value};{value}\n"), ImportHost.Cancellation)).Suggestion;

        Assert.Equal(3, suggestion.Mapping.Find(LeadFields.All.Single(known => known.Name == field))!.Column!.Index);
        Assert.Single(suggestion.Mapping.Assignments, assignment => assignment.Field.Name == field);
        Assert.Equal((field, 4), (suggestion.Similarities[0].Field.Name, suggestion.Similarities[0].Column.Index));
    }

    [Fact]
    public async Task A_second_column_that_is_empty_or_of_another_kind_is_left_out_and_said()
    {
        using var host = new ImportHost(users: CaseUsers.All);
        var cells = string.Concat(Enumerable.Range(1, 4).Select(id => $"{id};A;Hélène Aubrac;a{id}@a.example;;0546778899\n"));

        var suggestion = (await host.Importer.OpenAsync(
            ImportHost.Source($"ID Sellsy;Prénom;Propriétaire;E-mail;E-mail;E-mail\n{cells}"), ImportHost.Cancellation)).Suggestion;

        Assert.Single(suggestion.Mapping.Assignments, assignment => assignment.Field == LeadFields.Email);
        Assert.Equal([IssueCodes.ColumnVetoed, IssueCodes.ColumnsCompete], suggestion.Findings.Select(finding => finding.Code));
    }

    [Fact]
    public async Task Values_of_further_columns_follow_each_other_once_and_within_the_limits_of_the_lead()
    {
        using var host = new ImportHost(options => (options.MaxEmails, options.MaxPhones) = (2, 2), users: CaseUsers.All);
        const string csv =
            """
            ID Sellsy;Prénom;Propriétaire;Mail 1;Mail 2;Tel 1;Tel 2;Tags 1;Tags 2
            1;A;Hélène Aubrac;a@a.example;A@A.example;0546778899;05 46 77 88 99;vip, salon;Salon, paris
            2;B;Hélène Aubrac;a@a.example;b@b.example, c@c.example;0546778899;0546778890/0546778891;;
            3;C;Hélène Aubrac;jean@exemple;c@c.example;poste 12;0546778899;#N/A;vip
            """;

        var source = ImportHost.Source(csv);
        var plan = await host.PreviewAsync(source, Map);
        var rows = await host.RowsAsync(csv, Map);

        Assert.Equal([["a@a.example"], ["a@a.example", "b@b.example"], ["c@c.example"]], rows.Select(row => row.Lead!.Emails.Select(email => email.Address).ToArray()));
        Assert.Equal([1, 2, 2], rows.Select(row => row.Lead!.Phones.Length));
        Assert.Equal([["vip", "salon", "paris"], [], ["vip"]], rows.Select(row => row.Lead!.Tags.ToArray()));
        Assert.Equal(["TooManyEmails", "TooManyPhones", "AddressShared", "AddressShared"], rows[1].Issues.Select(issue => issue.Code));
        Assert.Equal(["Mail 2", "Tel 2", "Mail 1", "Tel 1"], rows[1].Issues.Select(issue => issue.Column));
        Assert.Equal(["Mail 1", "Tel 1", "Tags 1", "Tel 1"], rows[2].Issues.Select(issue => issue.Column));
        Assert.Equal(
            rows.SelectMany(row => row.Issues).CountBy(issue => issue.Code).Select(count => (count.Key, (long)count.Value)).Order(),
            plan.Issues.Select(count => (count.Code, count.Count)).Order());

        static FieldMapping Map(FieldMapping mapping) => mapping
            .WithColumn(LeadFields.Email, new(3, "Mail 1")).WithFurtherColumn(LeadFields.Email, new(4, "Mail 2"))
            .WithColumn(LeadFields.Phone, new(5, "Tel 1")).WithFurtherColumn(LeadFields.Phone, new(6, "Tel 2"))
            .WithColumn(LeadFields.Tags, new(7, "Tags 1")).WithFurtherColumn(LeadFields.Tags, new(8, "Tags 2"));
    }

    [Fact]
    public async Task A_mandatory_list_is_blank_where_all_its_columns_are()
    {
        using var host = new ImportHost(
            options =>
            {
                options.Fields.Change("Email", field => field with { IsMandatory = true });
                options.Fields.Change("Tags", field => field with { IsMandatory = true });
            },
            users: CaseUsers.All);

        var rows = await host.RowsAsync(
            "ID Sellsy;Prénom;Propriétaire;E-mail;E-mail;Tags;Tags\n1;A;Hélène Aubrac;a@a.example;;vip;#N/A;\n2;B;Hélène Aubrac;;b@b.example;##;vip\n3;C;Hélène Aubrac;;;#N/A;##\n"
                .Replace("#N/A;\n", "#N/A\n", StringComparison.Ordinal));

        Assert.Equal([RowStatus.Blank, RowStatus.Blank, RowStatus.Error], rows.Select(row => row.Status));
        Assert.Equal(["Email", "Tags"], rows[2].Issues.Where(issue => issue.Severity == IssueSeverity.Error).Select(issue => issue.Field));
    }

    [Fact]
    public void One_column_feeds_a_field_that_is_no_list()
    {
        var mapping = FieldMapping.Empty.WithColumn(LeadFields.LastName, new(0, "Nom"));

        Assert.Equal("field", Assert.Throws<ArgumentException>(() => mapping.WithFurtherColumn(LeadFields.LastName, new(1, "Nom"))).ParamName);
        Assert.Equal(
            ["Email", "EmailConsent", "Fax", "Mobile", "Phone", "SmsConsent", "Tags"],
            LeadFields.All.Where(field => field.TakesSeveralColumns).Select(field => field.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_further_column_leaves_the_field_that_it_fed_and_takes_the_place_of_a_constant()
    {
        ExportColumn first = new(0, "A"), second = new(1, "B");

        var mapping = FieldMapping.Empty
            .WithConstant(LeadFields.Email, "a@a.example").WithColumn(LeadFields.LastName, first).WithFurtherColumn(LeadFields.Email, first).WithFurtherColumn(LeadFields.Email, second);

        Assert.Equal([(LeadFields.Email, first), (LeadFields.Email, second)], mapping.Assignments.Select(assignment => (assignment.Field, assignment.Column!)));
        Assert.Equal(first, mapping.Find(LeadFields.Email)!.Column);
        Assert.NotEqual(mapping.Hash, FieldMapping.Empty.WithColumn(LeadFields.Email, second).WithFurtherColumn(LeadFields.Email, first).Hash);
        Assert.Equal([second], mapping.WithColumn(LeadFields.Email, second).Assignments.Select(assignment => assignment.Column!));
    }

    [Theory]
    [InlineData("""{ "version": 1, "fields": { "LastName": { "column": "A", "further": [ { "column": "B" } ] } } }""")]
    [InlineData("""{ "version": 1, "fields": { "Email": { "constant": "A", "further": [ { "column": "B" } ] } } }""")]
    [InlineData("""{ "version": 1, "fields": { "Email": { "column": "A", "further": [ { "constant": "B" } ] } } }""")]
    [InlineData("""{ "version": 1, "fields": { "Email": { "column": "A", "further": [ { "column": "B", "further": [] } ] } } }""")]
    public void A_profile_with_further_columns_where_none_can_be_is_refused(string json)
    {
        var exception = Assert.Throws<SellsyImportException>(() => ImportProfile.Parse(json, "p.json"));

        Assert.Equal((ErrorCodes.ProfileUnreadable, "FurtherColumnsOfOneValue"), (exception.Code, exception.Arguments[^1]));
    }

    [Fact]
    public async Task A_saved_plan_keeps_the_columns()
    {
        using var host = new ImportHost(users: CaseUsers.All);
        var source = ImportHost.Source(TwoOfEach);
        var plan = await host.PreviewAsync(source);
        using var saved = new MemoryStream();
        await plan.SaveAsync(saved, cancellationToken: ImportHost.Cancellation);
        saved.Position = 0;

        var report = await host.Importer.AddAsync(source, await ImportPlan.LoadAsync(saved, ImportHost.Cancellation), cancellationToken: ImportHost.Cancellation);

        Assert.Equal(3, report.Counts.Added);
        Assert.Equal(2, host.Sink.Leads.Single(lead => lead.Lead.SellsyContactId == "770001").Lead.Emails.Length);
    }
}
