using System.Text.Json;
using Cadence.SellsyImport.Storage;
using Npgsql;

namespace Cadence.SellsyImport.PostgreSql;

/// <summary>Reads what can be undone and what was undone.</summary>
internal sealed class UndoReader(NpgsqlConnection connection, Statements statements)
{
    private readonly UndoStatements _sql = statements.Undo;

    public async Task<UndoableBatch?> NewestAsync(string importId, CancellationToken cancellationToken)
    {
        if (await ImportCommands.FindAsync(connection, statements.Ledger, importId, cancellationToken).ConfigureAwait(false) is not { } import
            || await NewestBatchAsync(import.Number, cancellationToken).ConfigureAwait(false) is not { } batch)
        {
            return null;
        }

        var changes = await ChangesAsync(import.Number, batch.Number, cancellationToken).ConfigureAwait(false);
        var contacts = batch.Contacts.Concat(changes.Select(change => change.Contact));
        var current = (await LeadReader.AllAsync(connection, statements.Leads, import.Import.Import.SellsyAccount, contacts, cancellationToken).ConfigureAwait(false))
            .ToDictionary(lead => lead.Lead.Lead.SellsyContactId, StringComparer.Ordinal);
        var creators = await ImportIdsAsync(current.Values.Select(lead => lead.CreatedByImport).OfType<long>(), cancellationToken).ConfigureAwait(false);
        var leads = new List<(UndoableLead Lead, long Id)>();
        AddCreated();
        AddChanged();
        var later = await LaterImportsAsync(import.Number, leads.Select(lead => lead.Id), changes, cancellationToken).ConfigureAwait(false);
        return new(importId, batch.Number, [.. leads.OrderBy(lead => lead.Lead.Row).Select(WithLater)]);

        void AddCreated()
        {
            for (var i = 0; i < batch.Rows.Length; i++)
            {
                // A lead that was removed and created again is a different lead: it belongs to the import or person that created it.
                var there = current.GetValueOrDefault(batch.Contacts[i]);
                var isOurs = there?.CreatedByImport == import.Number && there.CreatedByBatch == batch.Number;
                var lead = new UndoableLead(batch.Rows[i], batch.Contacts[i])
                {
                    Current = there?.Lead,
                    IsEdited = there is { IsEdited: true } || (there is not null && !isOurs),
                    ChangedByImport = !isOurs && there?.CreatedByImport is { } other ? creators.GetValueOrDefault(other) : null,
                };
                leads.Add((lead, isOurs ? there!.Id : 0));
            }
        }

        void AddChanged()
        {
            foreach (var change in changes)
            {
                var there = current.GetValueOrDefault(change.Contact);
                there = there?.Id == change.LeadId ? there : null;
                var lead = new UndoableLead(change.Row, change.Contact)
                {
                    Before = Snapshot(change.Before),
                    After = Snapshot(change.After),
                    Current = there?.Lead,
                    IsEdited = there is { IsEdited: true },
                };
                leads.Add((lead, there?.Id ?? 0));
            }
        }

        static LeadVersion? Snapshot(string json) => json.Length == 0 ? null : LeadSnapshot.FromJson(json);

        UndoableLead WithLater((UndoableLead Lead, long Id) lead) =>
            later.TryGetValue(lead.Id, out var other) ? lead.Lead with { ChangedByImport = other } : lead.Lead;
    }

    /// <summary>The newest batch that is not undone, with what it created.</summary>
    public async Task<(int Number, long[] Rows, string[] Contacts)?> NewestBatchAsync(long import, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(_sql.NewestBatch, connection);
        command.Parameters.Add(Values.Number(import));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        return await reader.ReadAsync(cancellationToken).ConfigureAwait(false)
            ? (reader.GetInt32(0), reader.GetFieldValue<long[]>(1), reader.GetFieldValue<string[]>(2))
            : null;
    }

    /// <summary>The former company row of each lead, if the company has neither id nor name: only the row identifies it.</summary>
    public async Task<Dictionary<string, long>> CompaniesBeforeAsync(long import, int batch, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(_sql.CompaniesBefore, connection);
        command.Parameters.Add(Values.Number(import));
        command.Parameters.Add(Values.Number(batch));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var companies = new Dictionary<string, long>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            companies.Add(reader.GetString(0), reader.GetInt64(1));
        }

        return companies;
    }

    public async Task<List<UndoEntry>> UndoneAsync(string importId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(_sql.Undone, connection);
        command.Parameters.Add(Values.Text(importId));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var undone = new List<UndoEntry>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var entries = JsonSerializer.Deserialize(reader.GetString(0), LeadJsonContext.Default.UndoneEntryArray)!;
            undone.AddRange(entries.Select(entry => entry.ToEntry()));
        }

        return undone;
    }

    public async Task<bool> IsUndoneAsync(string importId, int batch, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(_sql.IsUndone, connection);
        command.Parameters.Add(Values.Text(importId));
        command.Parameters.Add(Values.Number(batch));
        return (bool)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
    }

    public async Task<UndoneCompanies?> CompaniesAsync(string importId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(_sql.Companies, connection);
        command.Parameters.Add(Values.Text(importId));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        return await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? new(reader.GetInt64(0), reader.GetInt64(1)) : null;
    }

    private async Task<List<StoredChange>> ChangesAsync(long import, int batch, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(_sql.Changes, connection);
        command.Parameters.Add(Values.Number(import));
        command.Parameters.Add(Values.Number(batch));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var changes = new List<StoredChange>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            changes.Add(new(
                reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetString(3), reader.GetString(4), reader.GetString(5)));
        }

        return changes;
    }

    /// <summary>The ids of imports that are not undone, by number.</summary>
    private async Task<Dictionary<long, string>> ImportIdsAsync(IEnumerable<long> numbers, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(_sql.ImportIds, connection);
        command.Parameters.Add(Values.Numbers(numbers.Distinct().ToArray()));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var ids = new Dictionary<long, string>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            ids.Add(reader.GetInt64(0), reader.GetString(1));
        }

        return ids;
    }

    private async Task<Dictionary<long, string>> LaterImportsAsync(
        long import,
        IEnumerable<long> leads,
        List<StoredChange> changes,
        CancellationToken cancellationToken)
    {
        var own = changes.Where(change => change.LeadId != 0).ToDictionary(change => change.LeadId, change => change.Id);
        var ids = leads.Where(id => id != 0).ToArray();
        await using var command = new NpgsqlCommand(_sql.LaterImports, connection);
        command.Parameters.Add(Values.Number(import));
        command.Parameters.Add(Values.Numbers(ids));
        command.Parameters.Add(Values.Numbers(ids.Select(id => own.GetValueOrDefault(id))));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var later = new Dictionary<long, string>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            later.Add(reader.GetInt64(0), reader.GetString(1));
        }

        return later;
    }
}
