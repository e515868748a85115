using Cadence.SellsyImport.Proof.Changes.Stores;

namespace Cadence.SellsyImport.Proof.Changes;

/// <summary>What is known beside the product: who did what and when. The times are numbers that only grow.</summary>
internal sealed class Model
{
    private readonly Dictionary<string, long> _touched = new(StringComparer.Ordinal);
    private long _restoredAt;

    public KnownState State { get; set; } = new();

    public long Now { get; private set; }

    public long Tick() => ++Now;

    /// <summary>A contact, the id of a user or a name of a user was changed, by whomever.</summary>
    public void Touch(string name) => _touched[name] = Tick();

    public void TouchUser(CadenceUser? user)
    {
        if (user is not null)
        {
            Touch(user.Id);
            Touch(user.FullName);
        }
    }

    /// <summary>Whether a contact or a user may be another than it was at that time.</summary>
    public bool IsTouchedSince(string name, long time) => _restoredAt > time || _touched.GetValueOrDefault(name) > time;

    public void Restore(KnownState copy)
    {
        State = copy;
        _restoredAt = Tick();
    }

    public KnownLead LeadOf(string contact) => State.Leads.GetValueOrDefault(contact) ?? new(CreatedBy: null);

    public void Set(string contact, KnownLead? lead)
    {
        Touch(contact);
        State = State with { Leads = lead is null ? State.Leads.Remove(contact) : State.Leads.SetItem(contact, lead) };
    }

    public void Edited(string contact)
    {
        Set(contact, LeadOf(contact) with { EditedAt = Tick() });
        State = State with { EditedSinceCopy = State.EditedSinceCopy.Add(contact) };
    }

    /// <summary>A person removed a lead; its companies may stay without one.</summary>
    public void Removed(string contact, LeadFacts lead)
    {
        Set(contact, null);
        foreach (var company in lead.AllCompanies)
        {
            KeepCompany(company);
        }
    }

    public void KeepCompany(string name) => State = State with { KeptCompanies = State.KeptCompanies.Add(name) };

    public void Set(KnownImport import) => State = State with { Imports = State.Imports.SetItem(import.Id, import) };

    public void SetWritten(string importId, string contact, WrittenLead written)
    {
        var import = State.Imports[importId];
        Set(import with { Written = import.Written.SetItem(contact, written) });
    }

    /// <summary>Whether an import stands in the store and is not undone, or only in part.</summary>
    public static bool IsLive(StoreContent store, string importId) => store.Imports.TryGetValue(importId, out var import) && import.CanBeUndone;
}
