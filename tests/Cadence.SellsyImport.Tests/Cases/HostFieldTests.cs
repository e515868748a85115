using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Tests.Importing;
using Microsoft.Extensions.Options;
using Xunit;

namespace Cadence.SellsyImport.Tests.Cases;

/// <summary>Numbers, yes or no, and lists of choices of a host's own fields, and what a person decided about single texts.</summary>
public sealed class HostFieldTests
{
    private const string Csv =
        """
        ID Sellsy;Prénom;Propriétaire;CA;Actif;Statut
        1;A;Hélène Aubrac;1 234,50;oui;En cours
        2;B;Hélène Aubrac;1.234;non;EN COURS
        3;C;Hélène Aubrac;-12;Abonné;Terminé
        4;D;Hélène Aubrac;;;
        """;

    [Fact]
    public async Task Numbers_yes_or_no_and_choices_of_the_host_are_read_and_what_cannot_be_is_kept()
    {
        using var host = Host();

        var rows = await host.RowsAsync(Csv);

        Assert.Equal([new("Active", "true"), new("Revenue", "1234.5"), new LeadValue("Stage", "En cours")], rows[0].Lead!.CustomValues);
        Assert.Equal([new("Active", "false"), new LeadValue("Stage", "En cours")], rows[1].Lead!.CustomValues);
        Assert.Equal(IssueCodes.NumberInvalid, Assert.Single(rows[1].Issues).Code);
        Assert.Equal([IssueCodes.YesNoInvalid, IssueCodes.ChoiceUnknown], rows[2].Issues.Select(issue => issue.Code));
        Assert.Equal([new("Active", "Abonné"), new LeadValue("Stage", "Terminé")], rows[2].Lead!.UnreadValues);
        Assert.Equal(
            "Stage: The value is none of the choices: En cours, Gagné. Its text is kept as it stands. Decide in the mapping what it means: WithValue (--value).",
            ImportTexts.English.IssueText(rows[2].Issues[1]));
        Assert.Empty(rows[3].Issues);
    }

    [Fact]
    public async Task A_decision_on_one_text_of_a_column_holds_for_exactly_this_text()
    {
        using var host = Host();
        const string csv = "ID Sellsy;Prénom;Propriétaire;Newsletter;Actif;Statut\n1;A;Hélène Aubrac;Abonné;Abonné;Abonné\n2;B;Hélène Aubrac;abonné;Non;Perdu\n3;C;Hélène Aubrac;N/C; Abonné ;-\n";
        ExportColumn newsletter = new(3, "Newsletter"), stage = new(5, "Statut");

        var rows = await host.RowsAsync(csv, mapping => mapping
            .WithColumn(LeadFields.EmailConsent, newsletter)
            .WithValue(newsletter, "Abonné", "oui")
            .WithValue(newsletter, "N/C", "non")
            .WithValue(new(4, "Actif"), "Abonné", "Y")
            .WithValue(stage, "Perdu", "")
            .WithValue(stage, "-", "gagne"));

        Assert.Equal([true, null, false], rows.Select(row => row.Lead!.EmailConsent));
        Assert.Equal(["true", "false", "true"], rows.Select(row => row.Lead!.CustomValues.Single(value => value.Name == "Active").Text));
        Assert.Equal([IssueCodes.ChoiceUnknown], rows[0].Issues.Select(issue => issue.Code));
        Assert.Equal([IssueCodes.ConsentInvalid], rows[1].Issues.Select(issue => issue.Code));
        Assert.Equal([IssueCodes.ContactOptedOut], rows[2].Issues.Select(issue => issue.Code));
        Assert.Equal(["Gagné"], rows[2].Lead!.CustomValues.Where(value => value.Name == "Stage").Select(value => value.Text));
    }

    [Fact]
    public async Task A_decision_can_make_a_mandatory_field_blank_and_fill_it()
    {
        using var host = new ImportHost(users: CaseUsers.All);

        var rows = await host.RowsAsync(
            "ID Sellsy;Prénom;Propriétaire\n1;inconnu;Hélène Aubrac\n2;N/A;Hélène Aubrac\n",
            mapping => mapping.WithValue(new(1, "Prénom"), "inconnu", "").WithValue(new(1, "Prénom"), "N/A", "Anne"));

        Assert.Equal([RowStatus.Error, RowStatus.Blank], rows.Select(row => row.Status));
        Assert.Equal("Anne", rows[1].Lead!.FirstName);
    }

    [Fact]
    public async Task Decisions_are_part_of_the_plan_and_of_the_profile()
    {
        using var host = Host();
        var source = ImportHost.Source(Csv);
        var overview = await host.Importer.OpenAsync(source, ImportHost.Cancellation);
        var column = overview.Column("Actif");
        var plain = overview.Suggestion.Mapping;
        var decided = plain.WithValue(column, "Abonné", "oui").WithValue(column, "zéro", "non");

        Assert.NotEqual(plain.Hash, decided.Hash);
        Assert.NotEqual(decided.Hash, decided.WithValue(column, "Abonné", "non").Hash);
        Assert.Equal(plain.Hash, decided.WithoutValue(column, "Abonné").WithoutValue(column, "zéro").Hash);
        Assert.Equal(decided.Hash, plain.WithValue(column, "zéro", "non").WithValue(column, " Abonné ", "oui").Hash);

        var profile = ImportProfile.From(decided, columns: overview.Columns);
        Assert.Contains("\"values\": {\n        \"Abonné\": \"oui\",\n        \"zéro\": \"non\"\n      }", profile.ToJson(), StringComparison.Ordinal);
        var read = ImportProfile.Parse(profile.ToJson(), "p.json");
        Assert.Equal(profile, read);
        Assert.Equal(decided.Hash, read.ApplyTo("contacts.csv", overview.Columns, FieldsOf(host)).Hash);

        var plan = await host.Importer.PreviewAsync(source, decided, cancellationToken: ImportHost.Cancellation);
        using var saved = new MemoryStream();
        await plan.SaveAsync(saved, cancellationToken: ImportHost.Cancellation);
        saved.Position = 0;
        var report = await host.Importer.AddAsync(source, await ImportPlan.LoadAsync(saved, ImportHost.Cancellation), cancellationToken: ImportHost.Cancellation);
        Assert.Equal(4, report.Counts.Added);
        Assert.Contains(new LeadValue("Active", "true"), host.Sink.Leads.Single(lead => lead.Lead.SellsyContactId == "3").Lead.CustomValues);
    }

    [Fact]
    public void A_decision_needs_a_column_that_feeds_a_field_and_a_text()
    {
        ExportColumn column = new(0, "A");
        var mapping = FieldMapping.Empty.WithColumn(LeadFields.EmailConsent, column);

        Assert.Throws<ArgumentException>(() => mapping.WithValue(new(1, "B"), "x", "oui"));
        Assert.Throws<ArgumentException>(() => mapping.WithValue(column, " ", "oui"));
        Assert.Throws<ArgumentNullException>(() => mapping.WithValue(column, "x", null!));
        Assert.Empty(mapping.WithValue(column, "x", "oui").WithColumn(LeadFields.SmsConsent, column).Assignments[0].Values);
        Assert.DoesNotContain("secret", new ValueDecision("secret", "oui").ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "version": 1, "fields": { "EmailConsent": { "constant": "oui", "values": { "x": "oui" } } } }""")]
    [InlineData("""{ "version": 1, "fields": { "EmailConsent": { "column": "A", "values": { " ": "oui" } } } }""")]
    [InlineData("""{ "version": 1, "fields": { "EmailConsent": { "column": "A", "values": { "x ": "oui" } } } }""")]
    [InlineData("""{ "version": 1, "fields": { "EmailConsent": { "column": "A", "values": { "x": null } } } }""")]
    public void A_profile_with_decisions_that_mean_nothing_is_refused(string json)
    {
        var exception = Assert.Throws<SellsyImportException>(() => ImportProfile.Parse(json, "p.json"));

        Assert.Equal((ErrorCodes.ProfileUnreadable, "ValuesWrong"), (exception.Code, exception.Arguments[^1]));
    }

    [Theory]
    [InlineData(LeadFieldKind.Choice)]
    [InlineData(LeadFieldKind.Choice, "Un", "UN")]
    [InlineData(LeadFieldKind.Choice, " ")]
    [InlineData(LeadFieldKind.Text, "Un")]
    public void Choices_are_held_to_their_field(LeadFieldKind kind, params string[] choices)
    {
        var exception = Assert.Throws<OptionsValidationException>(() =>
        {
            using var host = new ImportHost(options => options.Fields.Add(new("Stage", kind) { Choices = [.. choices] }));
            _ = host.Importer;
        });

        Assert.Contains("Stage", Assert.Single(exception.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void A_verdict_and_a_lead_agree_on_the_kinds_of_the_host()
    {
        string[] cells = ["1 234,5", "1.234", "oui", "peut-être", "En cours", "EN  COURS", "Terminé", "#N/A", "7,5E+04", "=\"12\"", "'12", "-", "&eacute;n cours"];
        foreach (var kind in new[] { LeadFieldKind.Number, LeadFieldKind.YesNo, LeadFieldKind.Choice })
        {
            var field = new LeadField("Own", kind) { Choices = kind == LeadFieldKind.Choice ? ["En cours", "Gagné"] : [], IsMandatory = true };
            var mapping = FieldMapping.Empty.WithColumn(field, new(0, "Own"));
            var mapper = new FieldMapper(Options.Create(new SellsyImportOptions()));
            foreach (var cell in cells)
            {
                var row = new Cadence.SellsyImport.Files.SellsyRow(1, new(2, 2), new([0]), [cell]);
                var scanner = mapper.ScannerOf(mapping, 2026);
                scanner.Begin(row.Number);
                scanner.Scan(row);
                var expected = new IssueTally();
                expected.Add(mapper.Map(row, mapping, ExportFacts.None).Issues, row.Number);
                Assert.Equal(expected.ToCounts(), scanner.Issues.ToCounts());
            }
        }
    }

    private static ImportHost Host() => new(
        options =>
        {
            options.Fields.Add(new("Revenue", LeadFieldKind.Number) { Aliases = ["ca"] });
            options.Fields.Add(new("Active", LeadFieldKind.YesNo) { Aliases = ["actif"] });
            options.Fields.Add(new("Stage", LeadFieldKind.Choice) { Aliases = ["statut"], Choices = ["En cours", "Gagné"] });
        },
        users: CaseUsers.All);

    private static LeadFieldCollection FieldsOf(ImportHost host) => host.Options.Fields;
}
