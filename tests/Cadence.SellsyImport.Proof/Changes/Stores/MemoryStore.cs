using System.Collections.Immutable;
using System.Security.Cryptography;
using Cadence.SellsyImport.Storage;
using Cadence.SellsyImport.Testing;

namespace Cadence.SellsyImport.Proof.Changes.Stores;

/// <summary>The store in memory; its users are those of the host.</summary>
internal sealed class MemoryStore : IChangedStore
{
    private InMemoryLedgerSink _sink = new();
    private Action _restore = () => { };

    public FixedTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 4, 3, 10, 0, 0, TimeSpan.Zero));

    public bool HoldsUsers => false;

    public void Clear() => _sink = new();

    public ILeadSink Open() => _sink;

    public void Close()
    {
        // The store outlives the processes, and keeps nothing of them.
    }

    public StoreContent Read()
    {
        var leads = _sink.Leads;
        var used = leads.SelectMany(lead => lead.Lead.OtherCompanies.Append(lead.Lead.Company)).Select(company => company?.Name).ToHashSet();
        var imports = Task.Run(async () => await ImportsAsync().ConfigureAwait(false)).GetAwaiter().GetResult();
        return new(
            leads.ToImmutableDictionary(lead => lead.Lead.SellsyContactId, Facts, StringComparer.Ordinal),
            _sink.Companies.ToImmutableDictionary(company => company.Name!, company => used.Contains(company.Name), StringComparer.Ordinal),
            imports.ToImmutableDictionary(import => import.Id, StringComparer.Ordinal),
            []);
    }

    public void SetUser(CadenceUser user) => throw new NotSupportedException();

    public void RemoveUser(string id) => throw new NotSupportedException();

    public void AddLead(string contactId, string firstName, CadenceUser owner) =>
        _sink.PutLead(new() { SellsyContactId = contactId, FirstName = firstName }, owner);

    public void EditLead(string contactId, string jobPosition) => _sink.EditLead(contactId, lead => lead with { JobPosition = jobPosition });

    public void RemoveLead(string contactId) => _sink.RemoveLead(contactId);

    public void EditCompany(string name, string city) => _sink.EditCompany(name, company => company with { City = city });

    public void Copy() => _restore = _sink.BackUp();

    public void Restore() => _restore();

    public void Dispose()
    {
        // Nothing outside of the process.
    }

    private static LeadFacts Facts(LeadVersion lead) =>
        new(lead.Lead.FirstName, lead.Lead.LastName, lead.Lead.JobPosition, lead.Lead.Note, lead.Lead.Company?.Name, lead.Owner.Id)
        {
            OtherCompanies = LeadFacts.Names(lead.Lead.OtherCompanies.Select(company => company.Name)),
        };

    private async Task<List<StoredImport>> ImportsAsync()
    {
        var imports = new List<StoredImport>();
        await foreach (var import in _sink.ReadImportsAsync().ConfigureAwait(false))
        {
            var plan = await _sink.ReadPlanAsync(import.Import.ImportId).ConfigureAwait(false);
            var digest = Convert.ToHexString(SHA256.HashData(plan.Span));
            imports.Add(new(import.Import.ImportId, import.Import.FileHash, import.State.ToString().ToLowerInvariant(), import.Batches, import.Counts, digest));
        }

        return imports;
    }
}
