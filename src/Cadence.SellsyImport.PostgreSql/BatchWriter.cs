using System.Runtime.InteropServices;
using Cadence.SellsyImport.Storage;
using Npgsql;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>Writes a batch and its ledger entry, as the work of one transaction.</summary>
/// <param name="connection">The connection, in a transaction that holds the <see cref="SchemaWriteLock"/>.</param>
/// <param name="statements">The statements.</param>
/// <param name="batch">The leads.</param>
/// <param name="ledger">The batch as an import with a plan passes it; null without a plan.</param>
/// <param name="time">The clock of the lease.</param>
internal sealed class BatchWriter(NpgsqlConnection connection, Statements statements, LeadBatch batch, LedgerBatch? ledger, TimeProvider time)
{
    private readonly LeadEntryOutcome[] _outcomes = new LeadEntryOutcome[batch.Entries.Length];

    /// <returns>The outcome of each entry, one byte each; the first outcomes if the batch was stored already.</returns>
    public async Task<byte[]> WriteAsync(CancellationToken cancellationToken)
    {
        var import = await ImportAsync(cancellationToken).ConfigureAwait(false);
        var stored = await BatchCommands.OutcomesAsync(connection, statements.Ledger, import.Number, batch.Number, cancellationToken)
            .ConfigureAwait(false);
        if (import.Import.Lease is not null || stored is null)
        {
            RequireLease(import, stored is null ? ImportState.Running : null);
        }

        return stored ?? await StoreAsync(import, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ImportRow> ImportAsync(CancellationToken cancellationToken)
    {
        var importId = batch.Import.ImportId;
        var found = await ImportCommands.FindAsync(connection, statements.Ledger, importId, cancellationToken).ConfigureAwait(false);
        if (found is null && ledger is null)
        {
            await ImportCommands.AddAsync(connection, statements.Ledger, batch.Import, "", default, cancellationToken).ConfigureAwait(false);
            found = await ImportCommands.FindAsync(connection, statements.Ledger, importId, cancellationToken).ConfigureAwait(false);
        }

        return found ?? throw new SellsyImportException(ErrorCodes.ImportUnknown, importId);
    }

    private void RequireLease(ImportRow import, ImportState? state)
    {
        if (ledger is not null)
        {
            import.RequireLease(ledger.Lease.Token, state);
            if (state is not null)
            {
                import.RequireNotCancelled();
            }
        }
    }

    private async Task<byte[]> StoreAsync(ImportRow import, CancellationToken cancellationToken)
    {
        var changed = await HoldAsync(cancellationToken).ConfigureAwait(false);
        var fresh = Fresh();
        var writer = new LeadWriter(connection, statements, new(import.Number, batch.Number), batch.Import.SellsyAccount);
        await writer.WriteAsync(fresh, changed, cancellationToken).ConfigureAwait(false);
        foreach (var lead in fresh)
        {
            _outcomes[lead.Position] = LeadEntryOutcome.Added;
        }

        await BatchCommands.AddChangesAsync(connection, statements.Ledger, import.Number, batch.Number, changed, cancellationToken)
            .ConfigureAwait(false);
        var outcomes = ImmutableCollectionsMarshal.AsImmutableArray(_outcomes);
        var entry = new BatchRow(import.Number, batch, ledger, outcomes, fresh) { Lease = ledger?.Lease.TakenAt(time.GetUtcNow()) };
        await BatchCommands.AddAsync(connection, statements.Ledger, entry, cancellationToken).ConfigureAwait(false);
        return entry.Outcomes();
    }

    /// <summary>Locks the stored leads that still have the version that the plan was made from.</summary>
    private async Task<List<LeadToWrite>> HoldAsync(CancellationToken cancellationToken)
    {
        var changed = new List<LeadToWrite>();
        var contacts = batch.Entries.Where(entry => entry.Before is not null).Select(entry => entry.Lead.SellsyContactId).ToArray();
        if (contacts.Length == 0)
        {
            return changed;
        }

        var held = await LeadCommands.HoldAsync(connection, statements.Leads, batch.Import.SellsyAccount, contacts, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < batch.Entries.Length; i++)
        {
            if (batch.Entries[i] is { Before: { } before } entry)
            {
                _outcomes[i] = !held.TryGetValue(entry.Lead.SellsyContactId, out var there) ? LeadEntryOutcome.Vanished
                    : there.Version != before.Version ? LeadEntryOutcome.ChangedMeanwhile
                    : LeadEntryOutcome.Updated;
                if (_outcomes[i] == LeadEntryOutcome.Updated)
                {
                    changed.Add(new(entry.Row, entry.Lead, entry.Owner) { There = there, Before = before, Position = i });
                }
            }
        }

        return changed;
    }

    /// <summary>The leads to create, each contact once. Until they are created, their outcome is <see cref="LeadEntryOutcome.AlreadyPresent"/>.</summary>
    private List<LeadToWrite> Fresh()
    {
        var fresh = new List<LeadToWrite>(batch.Entries.Length);
        var contacts = new HashSet<string>(batch.Entries.Length, StringComparer.Ordinal);
        for (var i = 0; i < batch.Entries.Length; i++)
        {
            if (batch.Entries[i] is { Before: null } entry)
            {
                _outcomes[i] = LeadEntryOutcome.AlreadyPresent;
                if (contacts.Add(entry.Lead.SellsyContactId))
                {
                    fresh.Add(new(entry.Row, entry.Lead, entry.Owner) { Position = i });
                }
            }
        }

        return fresh;
    }
}
