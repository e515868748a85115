using System.Collections.Immutable;

namespace Cadence.SellsyImport.Testing.Memory;

/// <summary>Changes leads and companies of a state; the result is stored as a whole, or not at all.</summary>
internal sealed class MemoryTransaction(MemoryState state, string? import = null, int batch = 0)
{
    private readonly ImmutableDictionary<string, MemoryLead>.Builder _leads = state.Leads.ToBuilder();
    private readonly ImmutableDictionary<string, MemoryCompany>.Builder _companies = state.Companies.ToBuilder();
    private long _changes = state.Changes;

    public MemoryState Result => state with { Leads = _leads.ToImmutable(), Companies = _companies.ToImmutable(), Changes = _changes };

    public MemoryLead? Find(string key) => _leads.GetValueOrDefault(key);

    public MemoryLead Create(Lead lead, CadenceUser owner)
    {
        ArgumentNullException.ThrowIfNull(lead.SellsyContactId);
        var number = ++_changes;
        var created = Linked(new(lead, owner, NextVersion(0)) { CreatedAt = number, CreatedBy = import, CreatedByBatch = batch });
        _leads.Add(MemoryState.KeyOf(lead), created);
        return created;
    }

    public MemoryLead Change(MemoryLead there, Lead lead, CadenceUser owner, bool isEdit = false) =>
        Set(Linked(there with { Lead = lead, Owner = owner, IsEdited = there.IsEdited || isEdit }));

    public MemoryLead Set(MemoryLead lead)
    {
        _changes++;
        var changed = lead with { Version = NextVersion(lead.Version) };
        _leads[MemoryState.KeyOf(lead.Lead)] = changed;
        return changed;
    }

    public void Remove(MemoryLead lead)
    {
        _changes++;
        _leads.Remove(MemoryState.KeyOf(lead.Lead));
    }

    /// <summary>Versions are random, so that a store that was restored to an earlier state does not assign the same ones again.</summary>
    private static long NextVersion(long version)
    {
        var next = version;
        while (next == version)
        {
            next = Random.Shared.NextInt64(long.MinValue, long.MaxValue);
        }

        return next;
    }

    /// <summary>A company is found by its Sellsy account and id, or by its folded name if it has no id; a stored company is not changed.</summary>
    private MemoryLead Linked(MemoryLead lead)
    {
        var (company, follows) = lead.Lead.Company is { } incoming ? Link(lead.Lead, incoming) : (null, false);
        return lead with
        {
            Company = company,
            FollowsCompany = follows,
            OtherCompanies = [.. lead.Lead.OtherCompanies.Select(other => Link(lead.Lead, other).Key)],
        };
    }

    private (string Key, bool HasSameValues) Link(Lead lead, LeadCompany incoming)
    {
        var key = incoming switch
        {
            { SellsyId: { } id } => $"id {MemoryState.KeyOf(lead.SellsyAccount, id)}",
            { NameKey: { } name } => $"name {name}",
            _ => $"change {++_changes}",
        };
        if (_companies.TryGetValue(key, out var there))
        {
            return (key, there.Values == incoming);
        }

        _companies.Add(key, new(incoming, import, IsEdited: false));
        return (key, true);
    }
}
