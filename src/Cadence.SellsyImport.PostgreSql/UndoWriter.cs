using System.Text.Json;
using Cadence.SellsyImport.Storage;
using Npgsql;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>Undoes batches, as the work of one transaction each.</summary>
internal sealed class UndoWriter(NpgsqlConnection connection, Statements statements)
{
    private readonly UndoStatements _sql = statements.Undo;

    /// <summary>Takes the lease for an undo, if it is available.</summary>
    public async Task<LedgerImport?> StartAsync(
        string importId,
        LeaseRequest lease,
        string? takeOverFrom,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var import = await FindAsync(importId, cancellationToken).ConfigureAwait(false);
        if (import is null || import.Import.State == ImportState.Undone || !import.CanBeTakenBy(lease, takeOverFrom, now))
        {
            return import?.Import;
        }

        await ImportCommands.TakeAsync(connection, statements.Ledger, import, ImportState.Undoing, lease.TakenAt(now), cancellationToken)
            .ConfigureAwait(false);
        return (await FindAsync(importId, cancellationToken).ConfigureAwait(false))?.Import;
    }

    /// <returns>Whether the batch is undone.</returns>
    public async Task<bool> UndoAsync(UndoBatch batch, TimeProvider time, CancellationToken cancellationToken)
    {
        var import = await RequireAsync(batch.ImportId, batch.Lease.Token, cancellationToken).ConfigureAwait(false);
        import.RequireNotCancelled();
        var newest = await new UndoReader(connection, statements).NewestBatchAsync(import.Number, cancellationToken).ConfigureAwait(false);
        var account = import.Import.Import.SellsyAccount;
        var touched = batch.Leads.Where(entry => entry.Outcome is UndoOutcome.Removed or UndoOutcome.Restored).ToList();
        var held = await LeadCommands.HoldAsync(
            connection,
            statements.Leads,
            account,
            touched.Select(entry => entry.SellsyContactId),
            cancellationToken).ConfigureAwait(false);
        if (newest?.Number != batch.Number || !touched.TrueForAll(entry => IsAsRead(entry, held)))
        {
            return false;
        }

        await RemoveAsync(touched, held, cancellationToken).ConfigureAwait(false);
        var companies = await new UndoReader(connection, statements).CompaniesBeforeAsync(import.Number, batch.Number, cancellationToken)
            .ConfigureAwait(false);
        var restored = touched.Where(entry => entry.Outcome == UndoOutcome.Restored).Select(entry => Restored(entry, held, companies)).ToList();
        if (restored.Count > 0)
        {
            // A company that was removed meanwhile and is created again is removed when a later undo leaves it without a lead.
            await new LeadWriter(connection, statements, new(import.Number, batch.Number), account).WriteAsync([], restored, cancellationToken).ConfigureAwait(false);
        }

        await RememberAsync(import.Number, batch, batch.Lease.TakenAt(time.GetUtcNow()), cancellationToken).ConfigureAwait(false);
        return true;
    }

    public async Task<UndoneCompanies> EndAsync(
        string importId,
        string leaseToken,
        DateTimeOffset endedAt,
        CancellationToken cancellationToken)
    {
        if (await new UndoReader(connection, statements).CompaniesAsync(importId, cancellationToken).ConfigureAwait(false) is { } earlier)
        {
            return earlier;
        }

        var import = await RequireAsync(importId, leaseToken, cancellationToken).ConfigureAwait(false);
        await using var hold = new NpgsqlCommand(_sql.HoldCompanies, connection);
        hold.Parameters.Add(Values.Number(import.Number));
        await hold.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
        await using var remove = new NpgsqlCommand(_sql.RemoveCompanies, connection);
        remove.Parameters.Add(Values.Number(import.Number));
        var removed = await remove.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        var companies = await CountCompaniesAsync(import.Number, removed, cancellationToken).ConfigureAwait(false);
        await ImportCommands.EndAsync(connection, statements.Ledger, import.Number, ImportState.Undone, endedAt, cancellationToken)
            .ConfigureAwait(false);
        return companies;
    }

    private async Task<UndoneCompanies> CountCompaniesAsync(long import, long removed, CancellationToken cancellationToken)
    {
        await using var set = new NpgsqlCommand(_sql.SetCompanies, connection);
        set.Parameters.Add(Values.Number(import));
        set.Parameters.Add(Values.Number(removed));
        await using var counts = await set.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await counts.ReadAsync(cancellationToken).ConfigureAwait(false);
        return new(counts.GetInt64(0), counts.GetInt64(1));
    }

    /// <summary>Whether a lead still has the version that was read, and no cadence was started for it since.</summary>
    private static bool IsAsRead(UndoEntry entry, Dictionary<string, HeldLead> held) =>
        held.TryGetValue(entry.SellsyContactId, out var there)
        && there.Version == entry.Current?.Version
        && (entry.Outcome != UndoOutcome.Removed || !there.HasCadences || !entry.Current.RunningCadences.IsEmpty);

    private static LeadToWrite Restored(
        UndoEntry entry,
        Dictionary<string, HeldLead> held,
        Dictionary<string, long> companies) => entry.Restored is { } restored
        ? new(entry.Row, restored.Lead, restored.Owner) { There = WithCompany(held[entry.SellsyContactId], companies, entry.SellsyContactId) }
        : throw new ArgumentException($"{entry} without the lead as it is to become.", nameof(entry));

    /// <summary>Links a lead, whose present company has an id or a name, to its former company row again.</summary>
    private static HeldLead WithCompany(HeldLead lead, Dictionary<string, long> companies, string contact) =>
        lead.OwnCompany is null && companies.TryGetValue(contact, out var company) ? lead with { OwnCompany = company } : lead;

    private async Task RemoveAsync(List<UndoEntry> touched, Dictionary<string, HeldLead> held, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(statements.Leads.Remove, connection);
        var removed = touched.Where(entry => entry.Outcome == UndoOutcome.Removed).Select(entry => held[entry.SellsyContactId].Id);
        command.Parameters.Add(Values.Numbers(removed));
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task RememberAsync(long import, UndoBatch batch, ImportLease lease, CancellationToken cancellationToken)
    {
        var undone = new NpgsqlBatchCommand(_sql.SetUndone);
        undone.Parameters.Add(Values.Number(import));
        undone.Parameters.Add(Values.Number(batch.Number));
        undone.Parameters.Add(Values.Text(
            JsonSerializer.Serialize([.. batch.Leads.Select(UndoneEntry.Of)], LeadJsonContext.Default.UndoneEntryArray)));
        var renew = new NpgsqlBatchCommand(_sql.Renew);
        renew.Parameters.Add(Values.Number(import));
        renew.Parameters.Add(Values.Time(lease.TakenAt));
        renew.Parameters.Add(Values.Time(lease.ExpiresAt));
        await using var commands = new NpgsqlBatch(connection) { BatchCommands = { undone, renew } };
        await commands.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<ImportRow> RequireAsync(string importId, string leaseToken, CancellationToken cancellationToken)
    {
        var import = await FindAsync(importId, cancellationToken).ConfigureAwait(false)
            ?? throw new SellsyImportException(ErrorCodes.ImportUnknown, importId);
        import.RequireLease(leaseToken, ImportState.Undoing);
        return import;
    }

    private Task<ImportRow?> FindAsync(string importId, CancellationToken cancellationToken) =>
        ImportCommands.FindAsync(connection, statements.Ledger, importId, cancellationToken);
}
