using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cadence.SellsyImport.Tests.Snippets;

/// <summary>The code of README.md.</summary>
public sealed class ReadmeSnippets : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cadence-readme-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_whole_way()
    {
        var (path, databasePath, services) = (Path.Combine(_folder, "contacts.csv"), Path.Combine(_folder, "cadence.db"), new ServiceCollection());
        await File.WriteAllTextAsync(path, "ID Sellsy;Prénom;Nom;Propriétaire\r\n1;Anne;Petit;Marie Durand\r\n2;Luc;Grand;Jean Inconnu\r\n", Cancellation);

        services.AddSellsyImport().UseSqlite(databasePath);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<SqliteUserTable>().AddUsersAsync([new("u1", "Marie", "Durand")], Cancellation);

        var importer = provider.GetRequiredService<ISellsyImporter>();
        var source = ImportSource.FromFile(path);
        var overview = await importer.OpenAsync(source, Cancellation);
        var plan = await importer.PreviewAsync(source, overview.Suggestion.Mapping, cancellationToken: Cancellation);
        var report = await importer.AddAsync(source, plan, cancellationToken: Cancellation);

        Console.WriteLine($"{report.Counts.Read} read = {report.Counts.Added} added + {report.Counts.Skipped} skipped + {report.Counts.Errors} errors");

        Assert.Equal(new ImportCounts(2, 1, 0, 0, 0, 1), report.Counts);
        SqliteConnection.ClearAllPools();
    }

    [Fact]
    public async Task Policies_resume_and_undo()
    {
        var services = new ServiceCollection();
        services.AddSingleton<ILeadSink>(new InMemoryLedgerSink());
        services.AddSingleton<ICadenceUserProvider>(new FixedUserProvider(new CadenceUser("u1", "Marie", "Durand")));
        services.AddSellsyImport();
        await using var provider = services.BuildServiceProvider();
        var importer = provider.GetRequiredService<ISellsyImporter>();
        var source = ImportSource.FromBytes("contacts.csv", "ID Sellsy;Prénom;Nom;Propriétaire\r\n1;Anne;Petit;Marie Durand\r\n"u8.ToArray());
        var changed = ImportSource.FromBytes("contacts.csv", "ID Sellsy;Prénom;Nom;Propriétaire\r\n1;Anne;Grand;Marie Durand\r\n"u8.ToArray());
        var mapping = (await importer.OpenAsync(source, Cancellation)).Suggestion.Mapping;
        await importer.AddAsync(source, await importer.PreviewAsync(source, mapping, cancellationToken: Cancellation), cancellationToken: Cancellation);
        source = changed;
        var plan = await importer.PreviewAsync(source, mapping, cancellationToken: Cancellation);

        plan = plan.WithExistingLeads(ExistingLeadPolicy.Overwrite);
        var report = await importer.AddAsync(source, plan, cancellationToken: Cancellation);

        Assert.Equal(new ImportCounts(1, 0, 1, 0, 0, 0), report.Counts);

        var history = provider.GetRequiredService<IImportHistory>();
        var undone = await history.UndoAsync(report.Import.ImportId, cancellationToken: Cancellation);

        Assert.Equal(1, undone.Restored);
    }

    [Fact]
    public async Task Recipes()
    {
        var sink = new InMemoryLeadSink();
        var services = new ServiceCollection();
        services.AddSellsyImport(options =>
        {
            options.Fields.Add(new LeadField("Score", LeadFieldKind.Text) { MaxLength = 10, Aliases = ["score client"] });
            options.Fields.Change("LastName", field => field with { IsMandatory = true });
            options.KeepUnmappedColumns = true;
        });
        services.AddSingleton<ILeadSink>(sink);
        services.AddSingleton<ICadenceUserProvider>(new FixedUserProvider(new("u1", "Marie", "Durand"), new("u2", "Paul", "Martin"), new("u3", "Paul", "Martin")));
        await using var provider = services.BuildServiceProvider();
        var importer = provider.GetRequiredService<ISellsyImporter>();
        var bytes = "CONTACT ID;PRENOM CONTACT;NOM CONTACT;SUIVI PAR;Score client\n1;Anne;Petit;Paul Martin;A\n2;;;Paul Martin;B\n"u8.ToArray();
        var source = ImportSource.From("contacts.csv", _ => ValueTask.FromResult<Stream>(new MemoryStream(bytes)));
        var overview = await importer.OpenAsync(source, Cancellation);

        var mapping = overview.Suggestion.Mapping
            .WithColumn(LeadFields.Owner, overview.Column("Suivi par"))
            .WithConstant(LeadFields.Civility, "Madame");
        var decisions = OwnerDecisions.None.With("Paul Martin", userId: "u3");
        var plan = await importer.PreviewAsync(source, mapping, decisions, cancellationToken: Cancellation);

        var shown = new List<string>();
        await foreach (var row in importer.ReadPreviewAsync(source, plan, firstRow: 1, Cancellation))
        {
            var reasons = row.Issues.Select(ImportTexts.French.IssueText);
            shown.Add($"{row.Number} {ImportTexts.French.Label(row.Status)} {string.Join(" ", reasons)}");
        }

        var ticked = RowSelection.Of(1, 2);
        var report = await importer.AddAsync(source, plan, new AddOptions { Selection = ticked, StartedBy = "anne" }, cancellationToken: Cancellation);

        var rejected = Path.Combine(_folder, "rejected.csv");
        await using (var destination = File.Create(rejected))
        {
            await importer.WriteRejectedRowsAsync(source, report, destination, ImportTexts.French, Cancellation);
        }

        var profile = ImportProfile.From(mapping, decisions, overview.Columns);
        await profile.SaveAsync(Path.Combine(_folder, "profile.json"), Cancellation);
        var loaded = await ImportProfile.LoadAsync(Path.Combine(_folder, "profile.json"), Cancellation);
        var applied = loaded.ApplyTo(overview.FileName, overview.Columns, new LeadFieldCollection { new("Score", LeadFieldKind.Text) });

        Assert.Equal("u3", Assert.Single(sink.Leads).Owner.Id);
        Assert.Equal("1  ", shown[0]);
        Assert.Equal("2 Erreur Prénom : Le champ est obligatoire et vide. Complétez-le. Nom : Le champ est obligatoire et vide. Complétez-le.", shown[1]);
        Assert.Equal(mapping.Columns.Indexes, applied.Columns.Indexes);
        Assert.Contains("Statut;Raison", await File.ReadAllTextAsync(rejected, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sink_of_your_own()
    {
        var services = new ServiceCollection();
        services.AddSellsyImport();
        services.AddSingleton<ILeadSink, CrmSink>();
        services.AddSingleton<ICadenceUserProvider>(new FixedUserProvider(new CadenceUser("u1", "Marie", "Durand")));
        await using var provider = services.BuildServiceProvider();

        Assert.NotNull(provider.GetRequiredService<ISellsyImporter>());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private sealed class CrmSink : ILeadSink
    {
        public ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(
            ImmutableArray<string> sellsyContactIds, CancellationToken cancellationToken = default) => ValueTask.FromResult(ImmutableArray<ExistingLead>.Empty);

        public ValueTask<ImmutableArray<LeadEntryOutcome>> AddAsync(LeadBatch batch, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(batch.Entries.Select(_ => LeadEntryOutcome.Added).ToImmutableArray());
    }
}
