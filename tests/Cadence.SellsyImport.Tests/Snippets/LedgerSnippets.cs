using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Cadence.SellsyImport.Tests.Snippets;

// The code of docs/ledger.md.
public class CrmSink(CrmClient crm) : ILeadSink
{
    public async ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(
        ImmutableArray<string> sellsyContactIds,
        CancellationToken cancellationToken = default) =>
        [.. (await crm.FindAsync(sellsyContactIds, cancellationToken)).Select(contact => new ExistingLead(contact.SellsyId))];

    public async ValueTask<ImmutableArray<LeadEntryOutcome>> AddAsync(LeadBatch batch, CancellationToken cancellationToken = default)
    {
        var outcomes = ImmutableArray.CreateBuilder<LeadEntryOutcome>();
        foreach (var entry in batch.Entries)
        {
            var version = await crm.CreateAsync(CrmContact.Of(entry), cancellationToken);
            outcomes.Add(version is null ? LeadEntryOutcome.AlreadyPresent : LeadEntryOutcome.Added);
        }

        return outcomes.DrainToImmutable();
    }
}

public sealed class UpdatingCrmSink(CrmClient crm) : CrmSink(crm), ILeadUpdater
{
    private readonly CrmClient _crm = crm;

    public async ValueTask<ImmutableArray<LeadVersion>> ReadLeadsAsync(
        ImmutableArray<string> sellsyContactIds,
        CancellationToken cancellationToken = default) =>
        [.. (await _crm.FindAsync(sellsyContactIds, cancellationToken)).Select(contact => contact.ToLead())];

    public async ValueTask<ImmutableArray<LeadAnswer>> UpdateAsync(LeadBatch batch, CancellationToken cancellationToken = default)
    {
        var answers = ImmutableArray.CreateBuilder<LeadAnswer>();
        foreach (var entry in batch.Entries)
        {
            // PUT with If-Match: 412 where the version is another, 404 where the contact is not there.
            var (status, version) = await _crm.ReplaceAsync(CrmContact.Of(entry), ifVersion: entry.Before!.Version, cancellationToken);
            answers.Add(status switch
            {
                200 => LeadAnswer.Updated(version),
                404 => LeadEntryOutcome.Vanished,
                _ => LeadEntryOutcome.ChangedMeanwhile,
            });
        }

        return answers.DrainToImmutable();
    }
}

public sealed class RemovingCrmSink(CrmClient crm) : CrmSink(crm), ILeadRemover, IAnsweringLeadSink
{
    private readonly CrmClient _crm = crm;

    public async ValueTask<ImmutableArray<LeadAnswer>> AddLeadsAsync(LeadBatch batch, CancellationToken cancellationToken = default)
    {
        var answers = ImmutableArray.CreateBuilder<LeadAnswer>();
        foreach (var entry in batch.Entries)
        {
            var version = await _crm.CreateAsync(CrmContact.Of(entry), cancellationToken);
            answers.Add(version is { } added ? LeadAnswer.Added(added) : LeadEntryOutcome.AlreadyPresent);
        }

        return answers.DrainToImmutable();
    }

    public async ValueTask<ImmutableArray<LeadVersion>> ReadLeadsAsync(
        ImmutableArray<string> sellsyContactIds,
        CancellationToken cancellationToken = default) =>
        [.. (await _crm.FindAsync(sellsyContactIds, cancellationToken)).Select(contact => contact.ToLead())];

    public async ValueTask<ImmutableArray<UndoOutcome>> RemoveAsync(
        ImportInfo import,
        ImmutableArray<LeadVersion> leads,
        CancellationToken cancellationToken = default)
    {
        var outcomes = ImmutableArray.CreateBuilder<UndoOutcome>();
        foreach (var lead in leads)
        {
            outcomes.Add(await _crm.DeleteAsync(lead.Lead.SellsyContactId, ifVersion: lead.Version, cancellationToken) switch
            {
                204 => UndoOutcome.Removed,
                404 => UndoOutcome.Vanished,
                _ => UndoOutcome.Kept,
            });
        }

        return outcomes.DrainToImmutable();
    }
}

/// <summary>What stands for the API of a host: it keeps names and owners, and nothing else of a lead.</summary>
public sealed class CrmClient
{
    private readonly Dictionary<string, CrmContact> _contacts = new(StringComparer.Ordinal);
    private long _version;

    public IReadOnlyCollection<CrmContact> Contacts => _contacts.Values;

    public Task<IEnumerable<CrmContact>> FindAsync(ImmutableArray<string> ids, CancellationToken cancellationToken) =>
        Task.FromResult(ids.Where(_contacts.ContainsKey).Select(id => _contacts[id]));

    public Task<long?> CreateAsync(CrmContact contact, CancellationToken cancellationToken) =>
        Task.FromResult<long?>(_contacts.TryAdd(contact.SellsyId, contact with { Version = ++_version }) ? _version : null);

    public Task<(int Status, long Version)> ReplaceAsync(CrmContact contact, long ifVersion, CancellationToken cancellationToken)
    {
        var status = !_contacts.TryGetValue(contact.SellsyId, out var there) ? 404 : there.Version == ifVersion ? 200 : 412;
        if (status == 200)
        {
            _contacts[contact.SellsyId] = contact with { Version = ++_version };
        }

        return Task.FromResult((status, _version));
    }

    public Task<int> DeleteAsync(string id, long ifVersion, CancellationToken cancellationToken)
    {
        var status = !_contacts.TryGetValue(id, out var there) ? 404 : there.Version == ifVersion ? 204 : 412;
        if (status == 204)
        {
            _contacts.Remove(id);
        }

        return Task.FromResult(status);
    }
}

public sealed record CrmContact(string SellsyId, string? FirstName, string? LastName, string OwnerId)
{
    public long Version { get; init; }

    public static CrmContact Of(LeadEntry entry) => new(entry.Lead.SellsyContactId, entry.Lead.FirstName, entry.Lead.LastName, entry.Owner.Id);

    public LeadVersion ToLead() => new(
        new Lead { SellsyContactId = SellsyId, FirstName = FirstName, LastName = LastName },
        new CadenceUser(OwnerId, "", ""),
        Version);
}

public sealed class LedgerSnippets : IDisposable
{
    private readonly CrmClient _crm = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("cadence-ledger-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_sink_that_only_adds_has_a_history()
    {
        await using var provider = Services(services => services.AddSingleton<ILeadSink, CrmSink>());

        var report = await ImportAsync(provider);
        var import = await provider.GetRequiredService<IImportHistory>().ReadAsync(TestContext.Current.CancellationToken).SingleAsync(TestContext.Current.CancellationToken);

        Assert.Equal((ImportState.Finished, 20, 20), (import.State, import.Counts.Added, _crm.Contacts.Count));
        Assert.Equal(report.Import, import.Import);
    }

    [Fact]
    public async Task A_sink_that_updates_follows_the_policies()
    {
        var generator = Generator();
        await _crm.CreateAsync(new("10000001", "Old", "Name", generator.Users[0].Id), TestContext.Current.CancellationToken);
        await using var provider = Services(services => services.AddSingleton<ILeadSink, UpdatingCrmSink>(), ExistingLeadPolicy.Overwrite);

        var report = await ImportAsync(provider);

        Assert.Equal((19, 1), (report.Counts.Added, report.Counts.Updated));
        Assert.DoesNotContain(_crm.Contacts, contact => contact.FirstName == "Old");
    }

    [Fact]
    public async Task A_sink_that_removes_undoes()
    {
        await using var provider = Services(services => services.AddSingleton<ILeadSink, RemovingCrmSink>());
        var report = await ImportAsync(provider);
        var edited = _crm.Contacts.First();
        await _crm.ReplaceAsync(edited with { LastName = "Edited" }, edited.Version, TestContext.Current.CancellationToken);
        var history = provider.GetRequiredService<IImportHistory>();

        var undone = await history.UndoAsync(report.Import.ImportId, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal((19, 1), (undone.Removed, undone.Kept));
        Assert.Equal("Edited", Assert.Single(_crm.Contacts).LastName);
    }

    private static SellsyExportGenerator Generator() => new(new() { Seed = 3, Rows = 20, Owners = 2 });

    private static async Task<ImportReport> ImportAsync(IServiceProvider provider)
    {
        var importer = provider.GetRequiredService<ISellsyImporter>();
        var source = ImportSource.FromBytes("contacts.csv", Generator().ToBytes());
        var overview = await importer.OpenAsync(source, TestContext.Current.CancellationToken);
        var plan = await importer.PreviewAsync(source, overview.Suggestion.Mapping, cancellationToken: TestContext.Current.CancellationToken);
        return await importer.AddAsync(source, plan, cancellationToken: TestContext.Current.CancellationToken);
    }

    private ServiceProvider Services(Action<IServiceCollection> register, ExistingLeadPolicy policy = ExistingLeadPolicy.Skip)
    {
        var services = new ServiceCollection();
        services.AddSingleton(_crm);
        services.AddSingleton<ICadenceUserProvider>(new FixedUserProvider(Generator().Users));
        register(services);
        services.AddSellsyImport(options => options.ExistingLeads = policy).UseSqliteLedger(Path.Combine(_folder, "imports.db"));
        return services.BuildServiceProvider();
    }

    [Fact]
    public async Task The_registration()
    {
        var services = new ServiceCollection();
        services.AddSingleton(_crm);
        services.AddSingleton<ILeadSink, CrmSink>();
        services.AddSellsyImport().UseSqliteLedger("imports.db");

        await using var provider = services.BuildServiceProvider();
        Assert.NotNull(provider.GetRequiredService<IImportHistory>());
    }
}
