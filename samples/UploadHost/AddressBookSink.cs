using System.Collections.Immutable;
using Cadence.SellsyImport.Storage;

namespace UploadHost;

/// <summary>Writes leads to the host's own store: what is there already, and what is to be added.</summary>
internal sealed class AddressBookSink(AddressBook book) : ILeadSink
{
    public ValueTask<ImmutableArray<ExistingLead>> FindExistingAsync(
        ImmutableArray<string> sellsyContactIds, CancellationToken cancellationToken = default) =>
        new([.. sellsyContactIds.Where(book.Contains).Select(id => new ExistingLead(id))]);

    public ValueTask<ImmutableArray<LeadEntryOutcome>> AddAsync(LeadBatch batch, CancellationToken cancellationToken = default) =>
        new([.. batch.Entries.Select(entry => book.TryAdd(ContactOf(entry)) ? LeadEntryOutcome.Added : LeadEntryOutcome.AlreadyPresent)]);

    private static Contact ContactOf(LeadEntry entry) => new(
        entry.Lead.SellsyContactId,
        entry.Lead.FirstName,
        entry.Lead.LastName,
        entry.Lead.Emails.FirstOrDefault()?.Address,
        entry.Owner.FullName);
}
