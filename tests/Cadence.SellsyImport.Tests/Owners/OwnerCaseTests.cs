using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Testing;
using Cadence.SellsyImport.Tests.Importing;
using Cadence.SellsyImport.Tests.Preview;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Cadence.SellsyImport.Tests.Owners;

/// <summary>Owners in whole files: homonyms who are decided apart, names before commas, users for blank and unknown owners.</summary>
public sealed class OwnerCaseTests
{
    private const string Homonyms =
        """
        ID Sellsy;Prénom;Nom;Propriétaire
        800001;Alix;Verneuil;Sophie Martin (Agence Lyon)
        800002;Bruno;Cazal;Sophie Martin (Agence Paris)
        800003;Carla;Dumont;Sophie Martin

        """;

    private const string Suffixes =
        """
        ID Sellsy;Prénom;Nom;Propriétaire
        1;A;B;Paul Martin (père)
        2;A;B;Jean MARTIN
        3;A;B;JEAN Martin
        4;A;B;Mme Marie Durand
        5;A;B;Durand, Marie
        6;A;B;marie.durand@exemple.fr
        7;A;B;Marie Durand <marie.durand@exemple.fr>

        """;

    private const string Blanks =
        """
        ID Sellsy;Prénom;Nom;Propriétaire
        1;A;B;
        2;A;B;N/C
        3;A;B;Ancien Salarié
        4;A;B;Non attribué
        5;A;B;Aucun propriétaire
        6;A;B;Hélène Aubrac

        """;

    private static readonly FixedUserProvider Users = new(
        new CadenceUser("1", "Hélène", "Aubrac") { Email = "helene.aubrac@cadence.example", SellsyId = "9001" },
        new CadenceUser("4", "Sophie", "Martin") { Email = "sophie.martin.paris@cadence.example", SellsyId = "9004" },
        new CadenceUser("5", "Sophie", "Martin") { Email = "sophie.martin.lyon@cadence.example", SellsyId = "9005" });

    private static readonly FixedUserProvider UsersWithSuffix = new(
        new CadenceUser("1", "Paul", "Martin (fils)") { Email = "p.fils@exemple.fr" },
        new CadenceUser("2", "Martin", "Jean") { Email = "m.jean@exemple.fr" },
        new CadenceUser("3", "Marie", "Durand") { Email = "marie.durand@exemple.fr" });

    [Theory]
    [InlineData("""{"Sophie Martin (Agence Lyon)":"5"}""", "5 - -")]
    [InlineData("""{"Sophie Martin (Agence Lyon)":"5","Sophie Martin (Agence Paris)":"4"}""", "5 4 -")]
    [InlineData("""{"Sophie Martin":"4"}""", "- - 4")]
    [InlineData("""{"  Sophie\u00a0Martin  (Agence Lyon) ":"5"}""", "5 - -")]
    [InlineData("""{"Sophie Martin (agence Lyon)":"5"}""", "- - -")]
    [InlineData("""{"SOPHIE Martin (Agence Lyon)":"5"}""", "- - -")]
    public async Task A_decision_holds_for_the_text_that_it_was_made_on_and_for_no_other(string owners, string expected)
    {
        var profile = ImportProfile.Parse(
            $$$"""
            {"version":1,"fields":{"SellsyContactId":{"column":"ID Sellsy"},"FirstName":{"column":"Prénom"},"LastName":{"column":"Nom"},
            "Owner":{"column":"Propriétaire"}},"owners":{{{owners}}} }
            """,
            "profile.json");
        using var host = new ImportHost(users: Users);
        var source = ImportHost.Source(Homonyms);
        var overview = await host.Importer.OpenAsync(source, ImportHost.Cancellation);

        var rows = await host.RowsAsync(Homonyms, _ => profile.ApplyTo("contacts.csv", overview.Columns, []), profile.Owners);

        Assert.Equal(expected, Owners(rows));
        Assert.All(rows.Where(row => row.Owner is null), row => Assert.Equal([IssueCodes.OwnerAmbiguous], Codes(row)));
        Assert.Equal(profile, ImportProfile.Parse(profile.ToJson(), "again.json"));
    }

    [Fact]
    public async Task A_suffix_is_ignored_on_one_side_only_capitals_mark_the_last_name_and_an_address_is_its_user()
    {
        using var host = new ImportHost(users: UsersWithSuffix);

        var rows = await host.RowsAsync(Suffixes);

        Assert.Equal("- - 2 - 3 3 3", Owners(rows));
        Assert.All(rows.Where(row => row.Owner is null), row => Assert.Equal([IssueCodes.OwnerUnknown], Codes(row)));
        Assert.All(rows.Where(row => row.Owner is not null), row => Assert.Empty(row.Issues));
        Assert.Equal("Durand, Marie", rows[4].Lead!.NamedOwner.Name);
    }

    [Theory]
    [InlineData("Durand, Marie", "3", "")]
    [InlineData("DURAND, Marie; Jean, Martin", "3", IssueCodes.SeveralOwners)]
    [InlineData("Durand, Marie|Durand, Marie", "3", "")]
    [InlineData("\"Marie Durand, Martin Jean\"", "3", IssueCodes.SeveralOwners)]
    [InlineData("Marie Durand (Lyon, Paris)", "3", "")]
    [InlineData("Marie Durand, Marie Durand", "3", "")]
    [InlineData("Marie, Durand", "-", IssueCodes.SeveralOwners + " " + IssueCodes.OwnerUnknown)]
    [InlineData("Durand, Anne", "-", IssueCodes.SeveralOwners + " " + IssueCodes.OwnerUnknown)]
    [InlineData("marie.durand@exemple.fr, m.jean@exemple.fr", "3", IssueCodes.SeveralOwners)]
    [InlineData("\"\"\"Durand, Marie\"\" <marie.durand@exemple.fr>\"", "3", "")]
    public async Task A_cell_with_a_comma_is_tried_as_one_name_before_it_is_cut(string cell, string user, string codes)
    {
        using var host = new ImportHost(users: UsersWithSuffix);

        var csv = $"ID Sellsy|Prénom|Propriétaire\n1|A|{Quoted(cell)}\n".Replace('|', ';');
        var row = Assert.Single(await host.RowsAsync(csv));

        Assert.Equal(user, row.Owner?.Id ?? "-");
        Assert.Equal(codes, string.Join(' ', Codes(row)));

        static string Quoted(string cell) => cell.StartsWith('"') ? cell : $"\"{cell}\"";
    }

    [Fact]
    public async Task A_decision_can_be_made_on_a_cell_with_a_comma_and_what_was_one_name_in_the_preview_is_one_at_the_write()
    {
        const string csv = "ID Sellsy;Prénom;Propriétaire\n1;A;Agence, Lyon\n2;B;Durand, Marie\n3;C;Jean, Paul\n";
        using var host = new ImportHost(users: UsersWithSuffix);
        var source = ImportHost.Source(csv);
        var plan = await host.PreviewAsync(source, decisions: OwnerDecisions.None.With("Agence, Lyon", "1"));
        using var saved = new MemoryStream();
        await plan.SaveAsync(saved, ImportHost.Cancellation);
        saved.Position = 0;

        var report = await host.Importer.AddAsync(source, await ImportPlan.LoadAsync(saved, ImportHost.Cancellation), cancellationToken: ImportHost.Cancellation);

        Assert.Equal(new ImportCounts(3, 2, 0, 0, 0, 1), report.Counts);
        Assert.Equal(["1", "3"], host.Sink.Leads.Select(lead => lead.Owner.Id));
        Assert.Equal(["Agence, Lyon", "Durand, Marie", "Jean"], plan.Owners.Select(owner => owner.Owner.Name).Order(StringComparer.Ordinal));
        Assert.True(plan.Facts.IsOneOwner("Durand, Marie"));
        Assert.False(plan.Facts.IsOneOwner("Jean, Paul"));
    }

    [Fact]
    public async Task A_blank_or_unknown_owner_is_an_error_unless_a_user_stands_for_it()
    {
        using var host = new ImportHost(users: Users);

        Assert.Equal("- - - - - 1", Owners(await host.RowsAsync(Blanks)));
        Assert.Equal("4 4 - - - 1", Owners(await host.RowsAsync(Blanks, decisions: OwnerDecisions.None.ForBlank("4"))));
        Assert.Equal("- - 5 5 5 1", Owners(await host.RowsAsync(Blanks, decisions: OwnerDecisions.None.ForUnknown("5"))));
        Assert.Equal("4 4 5 1 5 1", Owners(await host.RowsAsync(Blanks, decisions: OwnerDecisions.None.ForBlank("4").ForUnknown("5").With("Non attribué", "1"))));
    }

    [Fact]
    public async Task Users_by_default_are_counted_and_named_on_every_row_and_saved_with_the_profile()
    {
        var decisions = OwnerDecisions.None.With("Non attribué", "1").ForBlank("4").ForUnknown("5");
        using var host = new ImportHost(users: Users);
        var source = ImportHost.Source(Blanks);
        var plan = await host.PreviewAsync(source, decisions: decisions);

        var report = await host.Importer.AddAsync(source, plan, cancellationToken: ImportHost.Cancellation);

        IssueCount[] counted = [new(IssueCodes.BlankOwnerDefaulted, IssueSeverity.Warning, 2), new(IssueCodes.UnknownOwnerDefaulted, IssueSeverity.Warning, 2)];
        Assert.Equal(counted, plan.Issues);
        Assert.Equal(counted, report.Issues);
        Assert.Equal(new ImportCounts(6, 6, 0, 0, 0, 0), report.Counts);
        Assert.Equal(["4", "4", "5", "1", "5", "1"], host.Sink.Leads.Select(lead => lead.Owner.Id));
        Assert.Equal("4", plan.Owners.Single(owner => owner.Owner.IsNone).User!.Id);
        Assert.Equal(3, plan.Owners.Count(owner => owner.IsDefault));
        var rows = await host.Importer.ReadReportAsync(source, report, cancellationToken: ImportHost.Cancellation).ToListAsync(ImportHost.Cancellation);
        Assert.Equal(
            "Propriétaire : La ligne ne cite aucun propriétaire. Un nouveau lead revient à l'utilisateur par défaut des propriétaires vides : "
            + "Sophie Martin <sophie.martin.paris@cadence.example>. Un lead existant garde le sien.",
            ImportTexts.French.IssueText(Assert.Single(rows[1].Issues)));
        Assert.Equal(
            "Owner: User not present in Cadence: \"Ancien Salarié\". A new lead gets the user for unknown owners: "
            + "Sophie Martin <sophie.martin.lyon@cadence.example>. An existing one keeps its owner.",
            ImportTexts.English.IssueText(Assert.Single(rows[2].Issues)));
        var profile = ImportProfile.Parse(ImportProfile.From(plan.Mapping, decisions).ToJson(), "profile.json");
        Assert.Equal(("4", "5"), (profile.Owners.BlankUserId, profile.Owners.UnknownUserId));
    }

    [Fact]
    public async Task The_owners_are_the_same_with_a_mapper_of_the_host()
    {
        var decisions = OwnerDecisions.None.With("Non attribué", "1").ForBlank("4").ForUnknown("5");
        using var host = new ImportHost(users: Users);
        using var own = new ImportHost(
            users: Users,
            register: services => services.AddSingleton<IFieldMapper>(
                provider => new RowsOnlyMapper(provider.GetRequiredService<IOptions<SellsyImportOptions>>())));
        var source = ImportHost.Source(Blanks);

        var plan = await host.PreviewAsync(source, decisions: decisions);
        var ownPlan = await own.PreviewAsync(source, decisions: decisions);

        Assert.Equal((plan.OwnersHash, plan.Counts), (ownPlan.OwnersHash, ownPlan.Counts));
        Assert.Equal(plan.Issues, ownPlan.Issues);
        var report = await own.Importer.AddAsync(source, ownPlan, cancellationToken: ImportHost.Cancellation);
        Assert.Equal(6, report.Counts.Added);
        Assert.Equal(["4", "4", "5", "1", "5", "1"], own.Sink.Leads.Select(lead => lead.Owner.Id));
    }

    [Fact]
    public async Task An_import_that_was_interrupted_is_that_of_its_own_users_by_default()
    {
        var store = new InMemoryLedgerSink();
        var source = ImportHost.Source(Blanks);
        using var host = new ImportHost(options => options.BatchSize = 1, sink: store, users: Users);
        using var broken = new ImportHost(options => options.BatchSize = 1, sink: new FaultInjectingLedgerSink(store, callNumber: 3), users: Users);
        var plan = await host.PreviewAsync(source, decisions: OwnerDecisions.None.ForBlank("4"));

        await Assert.ThrowsAsync<InjectedFaultException>(() => broken.Importer.AddAsync(source, plan, cancellationToken: ImportHost.Cancellation));

        Assert.Equal(1, store.Batches);
        Assert.NotNull((await host.PreviewAsync(source, decisions: OwnerDecisions.None.ForBlank("4"))).Interrupted);
        Assert.Null((await host.PreviewAsync(source, decisions: OwnerDecisions.None.ForBlank("5"))).Interrupted);
        Assert.Null((await host.PreviewAsync(source, decisions: OwnerDecisions.None.ForBlank("4").ForUnknown("4"))).Interrupted);
    }

    [Theory]
    [InlineData("99", IssueCodes.OwnerDecisionStale, "Owner: The user chosen for blank owners is not in Cadence any more. Choose another one.")]
    [InlineData(
        "6",
        IssueCodes.OwnerInactive,
        "Owner: The user for rows without an owner is not active: Ida Lune (6). Activate this user, or decide which other user is the owner.")]
    public async Task A_user_by_default_who_is_gone_or_not_active_owns_nothing(string user, string code, string text)
    {
        using var host = new ImportHost(users: new FixedUserProvider(new CadenceUser("6", "Ida", "Lune") { IsActive = false }));

        var rows = await host.RowsAsync(Blanks, decisions: OwnerDecisions.None.ForBlank(user).ForUnknown(user));

        Assert.All(rows, row => Assert.Equal((RowStatus.Error, null), (row.Status, row.Owner)));
        Assert.All(rows, row => Assert.Equal([code], Codes(row)));
        Assert.Equal(text, ImportTexts.English.IssueText(rows[0].Issues[0]));
    }

    [Fact]
    public async Task A_user_by_default_stands_for_no_ambiguous_contradictory_or_inactive_owner_and_for_no_unreadable_id()
    {
        const string csv = "ID Sellsy;Prénom;Propriétaire;ID propriétaire\n1;A;Sophie Martin;\n2;B;Hélène Aubrac;9004\n3;C;Ida Lune;\n4;D;;x\n5;E;;12\n6;F;;\n";
        using var host = new ImportHost(users: new FixedUserProvider(
            [.. await Users.GetUsersAsync(ImportHost.Cancellation), new CadenceUser("6", "Ida", "Lune") { IsActive = false }]));

        var rows = await host.RowsAsync(csv, decisions: OwnerDecisions.None.ForBlank("1").ForUnknown("1"));

        Assert.Equal("- - - - 1 1", Owners(rows));
        Assert.Equal(
            [
                IssueCodes.OwnerAmbiguous, IssueCodes.OwnerConflict, IssueCodes.OwnerInactive, IssueCodes.IdNotDigits, IssueCodes.UnknownOwnerDefaulted,
                IssueCodes.BlankOwnerDefaulted,
            ],
            rows.SelectMany(Codes).Where(code => code != IssueCodes.MandatoryBlank));
    }

    [Fact]
    public async Task The_users_by_default_are_part_of_the_hash_of_a_plan_also_where_no_row_needs_them()
    {
        const string csv = "ID Sellsy;Prénom;Propriétaire\n1;A;Hélène Aubrac\n";
        using var host = new ImportHost(users: Users);
        var source = ImportHost.Source(csv);
        OwnerDecisions[] all =
        [
            OwnerDecisions.None, OwnerDecisions.None.ForBlank("4"), OwnerDecisions.None.ForBlank("5"), OwnerDecisions.None.ForUnknown("4"),
            OwnerDecisions.None.ForBlank("4").ForUnknown("4"),
        ];
        HashSet<string> hashes = [];
        foreach (var decisions in all)
        {
            Assert.True(hashes.Add((await host.PreviewAsync(source, decisions: decisions)).OwnersHash));
        }
    }

    private static string Owners(IEnumerable<PreviewRow> rows) => string.Join(' ', rows.Select(row => row.Owner?.Id ?? "-"));

    private static IEnumerable<string> Codes(PreviewRow row) => row.Issues.Select(issue => issue.Code);
}
